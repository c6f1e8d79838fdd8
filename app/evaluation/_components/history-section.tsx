import clsx from "clsx";
import Link from "next/link";
import { LineChart } from "@/app/_components/line-chart/line-chart";
import { TeachingSection } from "@/app/_components/teaching-section";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import type { RetrievalFigures } from "@/lib/features/evaluation/retrieval/retrieval-figures";
import { directionNamer } from "../_lib/direction-name";
import { evaluationNamer } from "../_lib/evaluation-name";
import { evaluationHref, type EvaluationState, HISTORY_FIGURES } from "../_lib/evaluation-state";
import { formatFigure } from "../_lib/format-figures";
import { ChoiceLinks } from "@/app/_components/choice-links";

/** Evaluations that are drawn, the newest. */
const DRAWN = 24;
/** Evaluations that are listed. */
const LISTED = 50;
/** Every so many are named on a phone. */
const NAMED = 4;

const between = ({ report }: EvaluationView, { from, to }: RetrievalFigures) => report.generation?.retrieval.find((one) => one.from === from && one.to === to);

/** How the figures went from evaluation to evaluation, of whatever index and encoder. */
export async function HistorySection({ all, shown, state }: { all: EvaluationView[]; shown: EvaluationView; state: EvaluationState }) {
  const [t, locale, directionName, nameOf] = [await getTranslator(), await getLocale(), await directionNamer(), await evaluationNamer()];
  const drawn = all.filter(({ report }) => report.generation !== null).slice(0, DRAWN).reverse();
  const directions = drawn.find(({ id }) => id === shown.id)?.report.generation?.retrieval ?? drawn.at(-1)?.report.generation?.retrieval ?? [];
  if (drawn.length < 2 || directions.length === 0) return null;
  const format = state.over === "mrr" ? "number" : "share";
  const write = (value: number) => formatFigure(value, format, locale);
  const lines = directions.map((direction) => ({
    name: directionName(direction),
    points: drawn.flatMap((one, at) => {
      const figure = between(one, direction)?.[state.over];
      return figure ? [{ at, value: figure.value, low: figure.low, high: figure.high, title: `${nameOf(one)}: ${write(figure.value)}` }] : [];
    }),
  }));
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <TeachingSection id="history" heading={t("evaluation.history.heading")} explanation={[t("evaluation.history.explain1"), t("evaluation.history.explain2")]}>
      <ChoiceLinks label={t("evaluation.history.figure")} choices={HISTORY_FIGURES.map((over) => ({ href: evaluationHref(state, { over }, "history"), text: t(`evaluation.figures.${over}`), isCurrent: state.over === over }))} />
      <div className="mt-5">
        <LineChart lines={lines} label={t("evaluation.history.label", { figure: t(`evaluation.figures.${state.over}`), count: drawn.length })}
          x={{ name: t("evaluation.history.axis"), from: 0, to: drawn.length - 1, ticks: drawn.map(({ id }, at) => ({ at, text: String(id), minor: drawn.length > NAMED && at % NAMED !== 0 })) }}
          y={{ from: 0, to: 1, format: (value) => (format === "share" ? percent.format(value) : String(value)) }} />
      </div>
      <details className="mt-4 text-sm">
        <summary className="w-fit py-1.5 text-muted underline decoration-edge underline-offset-4">{t("evaluation.history.list")}</summary>
        <ul className="mt-2 space-y-1">
          {all.slice(0, LISTED).map((one) => <li key={one.id}><Link href={evaluationHref(state, { id: one.id, with: one.id === state.with ? null : state.with })} prefetch={false} aria-current={one.id === shown.id ? "true" : undefined} className={clsx("inline-block py-1 underline decoration-edge underline-offset-4 hover:text-accent", one.id === shown.id && "font-medium")}>{nameOf(one)}</Link></li>)}
        </ul>
      </details>
    </TeachingSection>
  );
}
