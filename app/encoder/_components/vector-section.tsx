import { formatScore } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { TeachingSection } from "@/app/_components/teaching-section";
import { VectorStrip } from "./vector-strip";

/** Bytes of a float32. */
const VALUE_BYTES = 4;

/** The sentence's vector, and what is left of it where it is cut. */
export async function VectorSection({ answer: { model, text, cuts } }: { answer: EncoderAnswer }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const hasSimilarity = cuts.some(({ similarity }) => similarity !== null);
  return (
    <TeachingSection id="vector" heading={t("encoder.vector.heading")} explanation={[t("encoder.vector.explain1", { dimensions: model.dimensions }), cuts.length > 1 ? t("encoder.vector.explain2Cut") : t("encoder.vector.explain2")]}>
      <VectorStrip values={text.vector} label={t("encoder.vector.strip")} marks={cuts.slice(1).map(({ dimensions }) => dimensions)} />
      {cuts.length > 1 && (
        <table className="mt-6 text-sm tabular-nums">
          <caption className="pb-2 text-left font-medium">{t("encoder.vector.cuts")}</caption>
          <thead>
            <tr className="border-b border-edge text-muted">
              {(["values", "bytes", "kept", ...(hasSimilarity ? (["similarity"] as const) : [])] as const).map((column) => <th key={column} scope="col" className="py-1.5 pr-6 text-right font-normal">{t(`encoder.vector.${column}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {cuts.map(({ dimensions, kept, similarity }) => (
              <tr key={dimensions} className="border-b border-rule">
                <th scope="row" className="py-1.5 pr-6 text-right font-medium">{dimensions}</th>
                <td className="pr-6 text-right">{number.format(VALUE_BYTES * dimensions)}</td>
                <td className="pr-6 text-right">{percent.format(kept)}</td>
                {similarity !== null && <td className="pr-6 text-right">{formatScore(similarity)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </TeachingSection>
  );
}
