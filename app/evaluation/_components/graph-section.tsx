import { LineChart } from "@/app/_components/line-chart/line-chart";
import { TeachingSection } from "@/app/_components/teaching-section";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { GenerationFigures } from "@/lib/features/evaluation/evaluation-types";
import { formatFigure } from "../_lib/format-figures";

type Graph = NonNullable<GenerationFigures["graph"]>;

/** Below the least recall the chart begins: in steps of this, so that what differs shows. */
const STEP = 0.05;

/** How much of what exact search finds the graph finds too, by how far it looks. */
export async function GraphSection({ graph, compared }: { graph: Graph; compared: Graph | null }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const write = (value: number) => formatFigure(value, "share", locale);
  const lineOf = ({ byEf, k }: Graph, name: string) => ({ name, points: byEf.map(({ ef, recall: { value, low, high } }) => ({ at: ef, value, low, high, title: t("evaluation.graph.point", { ef, k, recall: write(value), low: write(low), high: write(high) }) })) });
  const lines = [lineOf(graph, compared ? t("evaluation.shown") : t("evaluation.graph.recall", { k: graph.k })), ...(compared ? [lineOf(compared, t("evaluation.other"))] : [])];
  const efs = [...new Set(lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const lowest = Math.min(...lines.flatMap(({ points }) => points.map(({ low }) => low)));
  return (
    <TeachingSection id="graph" heading={t("evaluation.graph.heading")} explanation={[t("evaluation.graph.explain1", { k: graph.k, queries: graph.queries }), t("evaluation.graph.explain2", { ef: graph.ef })]}>
      <LineChart lines={lines} label={t("evaluation.graph.label", { k: graph.k })}
        x={{ name: t("evaluation.graph.axis"), log: true, from: efs[0] ?? 1, to: efs.at(-1) ?? 2, ticks: efs.map((ef) => ({ at: ef, text: String(ef) })) }}
        y={{ from: Math.max(0, Math.floor(lowest / STEP) * STEP), to: 1, format: (value) => new Intl.NumberFormat(locale, { style: "percent" }).format(value) }} />
      <details className="mt-4 text-sm">
        <summary className="w-fit py-1.5 text-muted underline decoration-edge underline-offset-4">{t("evaluation.table")}</summary>
        <table className="mt-2 tabular-nums">
          <thead><tr className="border-b border-edge text-muted"><th scope="col" className="py-1 pr-8 text-left font-normal">ef</th><th scope="col" className="py-1 text-left font-normal">{t("evaluation.graph.recall", { k: graph.k })}</th></tr></thead>
          <tbody>{graph.byEf.map(({ ef, recall }) => <tr key={ef} className="border-b border-rule"><th scope="row" className="py-1 pr-8 text-left font-normal">{ef}</th><td>{write(recall.value)} <span className="text-muted">{t("evaluation.from", { low: write(recall.low), high: write(recall.high) })}</span></td></tr>)}</tbody>
        </table>
      </details>
    </TeachingSection>
  );
}
