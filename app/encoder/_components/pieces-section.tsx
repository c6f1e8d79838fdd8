import clsx from "clsx";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import type { EncodedText, EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { TeachingSection } from "@/app/_components/teaching-section";

type Piece = EncodedText["pieces"][number];

/** How the tokenizer cuts both sentences, with the number of each piece. */
export async function PiecesSection({ answer: { model, text, to } }: { answer: EncoderAnswer }) {
  const t = await getTranslator();
  return (
    <TeachingSection id="pieces" heading={t("encoder.pieces.heading")} explanation={model.tokenizer === "Unigram" ? [t("encoder.pieces.explain1", { count: model.vocabulary }), t("encoder.pieces.explain2")] : [t("encoder.pieces.explainOther1", { count: model.vocabulary }), t("encoder.pieces.explainOther2")]}>
      <div className="space-y-5">
        {[text, ...(to ? [to] : [])].map((encoded, i) => (
          <div key={i}>
            <ol aria-label={t("encoder.pieces.list", { text: encoded.text })} className="flex flex-wrap gap-1.5">
              {encoded.pieces.map((piece, place) => <PieceBox key={place} piece={piece} text={encoded.text} t={t} />)}
            </ol>
            {encoded.pieces.length === model.maxTokens && <p className="mt-2 text-sm text-warn">{t("encoder.pieces.cut", { count: model.maxTokens })}</p>}
          </div>
        ))}
      </div>
    </TeachingSection>
  );
}

const looks: Record<Piece["kind"], string> = { word: "border-rule bg-card", special: "border-dashed border-edge text-muted", unknown: "border-warn bg-warn-soft text-warn" };

/** What is not in the vocabulary is shown as it was typed. */
function PieceBox({ piece: { id, text: piece, kind, start, end }, text, t }: { piece: Piece; text: string; t: Translator }) {
  const note = kind === "word" ? null : t(`encoder.pieces.${kind}`);
  const isUnknown = kind === "unknown";
  return (
    <li title={note ?? undefined} className={clsx("min-w-9 rounded-sm border px-2 pt-1 pb-0.5 text-center", looks[kind])}>
      <span className="block">{isUnknown ? text.slice(start, end) : piece}{note && <span className="sr-only"> ({note})</span>}</span>
      <span className={clsx("block text-[0.6875rem] tabular-nums", !isUnknown && "text-muted")}>{isUnknown && `${piece} `}{id}</span>
    </li>
  );
}
