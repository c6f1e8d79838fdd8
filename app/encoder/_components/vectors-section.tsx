import { getTranslator } from "@/app/_i18n/translator";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { type EncoderState, pictureAddress } from "../_lib/encoder-state";
import { TeachingSection } from "@/app/_components/teaching-section";

/** The vectors that the first layer is given, as strips of colour; the last ones where the model does not tell of those. */
export async function VectorsSection({ answer: { model, text }, state }: { answer: EncoderAnswer; state: EncoderState }) {
  const t = await getTranslator();
  const { dimensions } = model;
  const pieces = text.pieces.length;
  if (model.layers === 0 && model.pooling === null) return null;
  return (
    <TeachingSection id="vectors" heading={t("encoder.vectors.heading")} explanation={[t("encoder.vectors.explain1", { dimensions }), model.layers > 0 ? t("encoder.vectors.explain2") : t("encoder.vectors.explain2Last")]}>
      <div className="flex" style={{ height: `${pieces * 1.5}rem` }}>
        <ol aria-hidden="true" className="shrink-0 pr-3 text-right text-sm leading-6">{text.pieces.map((piece, i) => <li key={i} className="h-6 whitespace-nowrap">{piece.text}</li>)}</ol>
        <img src={pictureAddress(state, "vectors")} alt={t("encoder.vectors.picture", { pieces, dimensions })} width={dimensions} height={pieces} className="h-full min-w-0 flex-1 border border-rule bg-card [image-rendering:pixelated]" />
      </div>
    </TeachingSection>
  );
}
