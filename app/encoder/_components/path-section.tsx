import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { PathChart, type PathLine } from "./path-chart";
import { TeachingSection } from "@/app/_components/teaching-section";

/** How two sentences, and a word that stands in both, come nearer and part from layer to layer. */
export async function PathSection({ answer: { text, path, word } }: { answer: EncoderAnswer }) {
  const t = await getTranslator();
  const written = word ? text.pieces.slice(word.from, word.from + word.length).map((piece) => piece.text).join("").replaceAll("▁", " ").trim() : "";
  const lines: PathLine[] = [
    ...(path ? [{ name: t("encoder.path.sentences"), values: path }] : []),
    ...(word ? [{ name: t("encoder.path.wordLine", { word: written }), values: word.path }] : []),
  ];
  return (
    <TeachingSection id="path" heading={t("encoder.path.heading")} explanation={[t("encoder.path.explain1"), t("encoder.path.explain2")]}>
      {!path && <p className="text-muted">{t("encoder.needsTo")}</p>}
      {word && <p className="mb-4 max-w-3xl leading-relaxed">{t("encoder.path.word", { word: written })}</p>}
      {path && (
        <>
          <PathChart lines={lines} label={t("encoder.path.chart")} axis={t("encoder.path.axis")} />
          <details className="mt-4 text-sm">
            <summary className="w-fit py-1.5 text-muted underline decoration-edge underline-offset-4">{t("encoder.path.table")}</summary>
            <table className="mt-2 tabular-nums">
              <thead><tr className="border-b border-edge text-muted"><th scope="col" className="py-1 pr-6 text-left font-normal">{t("encoder.path.layer")}</th>{lines.map(({ name }) => <th key={name} scope="col" className="py-1 pr-6 text-right font-normal">{name}</th>)}</tr></thead>
              <tbody>{path.map((_, layer) => <tr key={layer} className="border-b border-rule"><th scope="row" className="py-1 pr-6 text-left font-normal">{layer}</th>{lines.map(({ name, values }) => <td key={name} className="pr-6 text-right">{formatScore(values[layer] ?? 0)}</td>)}</tr>)}</tbody>
            </table>
          </details>
        </>
      )}
    </TeachingSection>
  );
}
