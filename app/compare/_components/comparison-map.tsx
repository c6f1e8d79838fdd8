import { getTranslator } from "@/app/_i18n/translator";
import type { Comparison } from "@/lib/features/comparison/comparison-types";
import { languageShape } from "@/lib/features/caption-map/palette";
import type { CompareState } from "../_lib/compare-state";
import { ChoiceLinks } from "./choice-links";
import { groupColour } from "./group-colour";

const SIDE = 480;
const MARGIN = 28;
const outlines = { circle: "M6 0A6 6 0 1 1-6 0 6 6 0 1 1 6 0z", triangle: "M0-7 6.5 5-6.5 5z", square: "M-5.3-5.3h10.6v10.6h-10.6z" };

/** The sentences in the plane, in the colour of their group; numbers tell which is which. */
export async function ComparisonMap({ comparison: { layout: { coordinates, method, perplexity }, sentences }, state }: { comparison: Comparison; state: CompareState }) {
  const t = await getTranslator();
  const [xs, ys] = [coordinates.map(([x]) => x), coordinates.map(([, y]) => y)];
  const span = Math.max(1e-9, Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const place = (value: number, values: number[]) => SIDE / 2 + ((value - (Math.max(...values) + Math.min(...values)) / 2) / span) * (SIDE - 2 * MARGIN);
  return (
    <section aria-labelledby="map" className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="map" className="text-xl font-semibold">{t("compare.map")}</h2>
        <ChoiceLinks state={state} label={t("compare.method")} name="method" choices={[{ value: "pca", label: "PCA" }, { value: "tsne", label: "t-SNE" }]} />
      </div>
      <p className="mt-1.5 text-sm leading-relaxed text-muted">{method === "pca" ? t("compare.mapPca") : t("compare.mapTsne", { perplexity: perplexity ?? 0 })}</p>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={t("compare.mapLabel", { count: sentences.length })} className="mt-5 w-full max-w-xl rounded-md border border-rule bg-card">
        {sentences.map(({ text, language, group }, i) => (
          <g key={i} transform={`translate(${place(coordinates[i]![0], xs).toFixed(1)} ${(SIDE - place(coordinates[i]![1], ys)).toFixed(1)})`}>
            <title>{`${i + 1}: ${text}`}</title>
            <path d={outlines[languageShape(language ?? "")]} style={{ fill: groupColour(group) }} className="stroke-card" />
            <text x="10" dominantBaseline="central" fontSize="12" className="fill-ink stroke-card" strokeWidth="3" paintOrder="stroke">{i + 1}</text>
          </g>
        ))}
      </svg>
    </section>
  );
}
