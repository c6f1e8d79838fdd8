import { LineChart } from "@/app/_components/line-chart/line-chart";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { Reliability } from "@/lib/features/relevance/relevance-types";
import { formatFigure } from "../_lib/format-figures";
import { ticksOf } from "../_lib/ticks-of";

/** What was told of hits against what they were, on images that the curves were not learnt from. */
export async function ReliabilityChart({ reliability: { bins, hits, queries } }: { reliability: Reliability }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const write = (value: number) => formatFigure(value, "share", locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const to = Math.max(...bins.flatMap(({ told, observed }) => [told, observed]));
  const line = { name: t("evaluation.relevance.observed"), points: bins.map(({ told, observed, hits: count }) => ({ at: told, value: observed, title: t("evaluation.relevance.bin", { told: write(told), observed: write(observed), hits: count }) })) };
  return (
    <div>
      <h3 className="mb-3 font-medium">{t("evaluation.relevance.reliability")}</h3>
      <LineChart lines={[line]} diagonal={t("evaluation.relevance.ideal")} label={t("evaluation.relevance.reliabilityLabel")}
        x={{ name: t("evaluation.relevance.told"), from: 0, to, ticks: ticksOf(0, to).map((at) => ({ at, text: percent.format(at) })) }}
        y={{ from: 0, to, format: (value) => percent.format(value) }} />
      <p className="mt-2 text-sm leading-relaxed text-muted">{t("evaluation.relevance.heldOut", { hits, queries })}</p>
      <details className="mt-2 text-sm">
        <summary className="w-fit py-1.5 text-muted underline decoration-edge underline-offset-4">{t("evaluation.table")}</summary>
        <table className="mt-2 tabular-nums">
          <thead><tr className="border-b border-edge text-muted">{[t("evaluation.relevance.told"), t("evaluation.relevance.observed"), t("evaluation.relevance.hits")].map((heading) => <th key={heading} scope="col" className="py-1 pr-8 text-right font-normal">{heading}</th>)}</tr></thead>
          <tbody>{bins.map(({ told, observed, hits: count }) => <tr key={told} className="border-b border-rule"><td className="pr-8 text-right">{write(told)}</td><td className="pr-8 text-right">{write(observed)}</td><td className="pr-8 text-right">{new Intl.NumberFormat(locale).format(count)}</td></tr>)}</tbody>
        </table>
      </details>
    </div>
  );
}
