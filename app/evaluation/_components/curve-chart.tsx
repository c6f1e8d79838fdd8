import { LineChart } from "@/app/_components/line-chart/line-chart";
import { formatScore } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { leastCosine } from "@/lib/features/relevance/relevance-of";
import type { Calibration, PairCalibration } from "@/lib/features/relevance/relevance-types";
import { formatFigure } from "../_lib/format-figures";
import { ticksOf } from "../_lib/ticks-of";

/** What is told of a score, where it tells at a glance. */
const TOLD = [0.1, 0.5, 0.9];
/** Points of a line that are drawn with a mark. */
const STEPS = 12;

/** Of the hits with a score, the share that shows the image of the query; by length of the query. */
export async function CurveChart({ calibration, pair: { query, caption, curves } }: { calibration: Calibration; pair: PairCalibration }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const write = (value: number) => formatFigure(value, "share", locale);
  const nameOf = (longest: number | null) => (longest === null ? (curves.length > 1 ? t("evaluation.relevance.longer") : t("evaluation.relevance.any")) : t("evaluation.relevance.upTo", { longest }));
  const [from, to] = [Math.min(...curves.map(({ cosines }) => cosines[0]!)), Math.max(...curves.map(({ cosines }) => cosines.at(-1)!))];
  const lines = curves.map(({ longest, cosines, shares }) => ({ name: nameOf(longest), points: cosines.map((at, i) => ({ at, value: shares[i]!, title: t("evaluation.relevance.point", { score: formatScore(at), share: write(shares[i]!) }) })).filter((_, i) => i % Math.ceil(cosines.length / STEPS) === 0 || i === cosines.length - 1) }));
  return (
    <div>
      <h3 className="mb-3 font-medium">{t("evaluation.relevance.curve")}</h3>
      <LineChart lines={lines} label={t("evaluation.relevance.curveLabel")}
        x={{ name: t("evaluation.relevance.score"), from, to, ticks: ticksOf(from, to).map((at) => ({ at, text: formatScore(at) })) }}
        y={{ from: 0, to: Math.max(...curves.flatMap(({ shares }) => shares)), format: (value) => new Intl.NumberFormat(locale, { style: "percent" }).format(value) }} />
      <table className="mt-4 w-full max-w-3xl text-sm tabular-nums">
        <thead><tr className="border-b border-edge text-muted"><th scope="col" className="py-1 pr-4 text-left font-normal">{t("evaluation.relevance.query")}</th>{TOLD.map((share) => <th key={share} scope="col" className="py-1 pr-4 text-right font-normal">{t("evaluation.relevance.from", { share })}</th>)}</tr></thead>
        <tbody>
          {curves.map((curve) => (
            <tr key={curve.longest} className="border-b border-rule">
              <th scope="row" className="py-1 pr-4 text-left font-normal">{nameOf(curve.longest)}</th>
              {TOLD.map((share) => {
                const score = leastCosine(calibration, share, { queryLanguage: query, captionLanguage: caption, length: curve.longest ?? Infinity });
                return <td key={share} className="pr-4 text-right">{score === null ? <span className="text-muted">{t("evaluation.relevance.never")}</span> : formatScore(Math.max(score, curve.cosines[0]!))}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
