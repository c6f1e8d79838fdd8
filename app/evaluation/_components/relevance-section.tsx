import { TeachingSection } from "@/app/_components/teaching-section";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { Calibration, PairCalibration } from "@/lib/features/relevance/relevance-types";
import { directionNamer } from "../_lib/direction-name";
import { evaluationHref, type EvaluationState } from "../_lib/evaluation-state";
import { formatFigure } from "../_lib/format-figures";
import { ChoiceLinks } from "@/app/_components/choice-links";
import { CurveChart } from "./curve-chart";
import { ReliabilityChart } from "./reliability-chart";

interface Props {
  calibration: Calibration | null;
  state: EvaluationState;
  /** An index was measured, so that it should have been learnt. */
  isMeasured: boolean;
}

/** What a score means: of the hits with it, how many show the image that the query is of, and how true that is. */
export async function RelevanceSection({ calibration, state, isMeasured }: Props) {
  const [t, nameOf] = [await getTranslator(), await directionNamer()];
  const told = calibration?.pairs.filter(({ curves }) => curves.length > 0) ?? [];
  if (!calibration && !isMeasured) return null;
  const chosen = told.find(({ query, caption }) => query === state.pair?.from && caption === state.pair.to) ?? told[0];
  const directionOf = ({ query, caption }: PairCalibration) => ({ from: query, to: caption });
  return (
    <TeachingSection id="relevance" heading={t("evaluation.relevance.heading")} explanation={[t("evaluation.relevance.explain1"), t("evaluation.relevance.explain2")]}>
      {!calibration && <p className="text-muted">{t("evaluation.relevance.gone")}</p>}
      {calibration && !chosen && <p className="text-muted">{t("evaluation.relevance.none")}</p>}
      {calibration && chosen && (
        <>
          {told.length > 1 && <ChoiceLinks label={t("evaluation.direction")} choices={told.map((pair) => ({ href: evaluationHref(state, { pair: directionOf(pair) }, "relevance"), text: nameOf(directionOf(pair)), isCurrent: pair === chosen }))} />}
          <Reliability pair={chosen} />
          <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-2">
            <CurveChart calibration={calibration} pair={chosen} />
            {chosen.reliability && <ReliabilityChart reliability={chosen.reliability} />}
          </div>
        </>
      )}
    </TeachingSection>
  );
}

async function Reliability({ pair: { queries, images, reliability } }: { pair: PairCalibration }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const write = (value: number) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value);
  const facts = [
    ...(reliability ? [
      { name: t("evaluation.relevance.brier"), value: t("evaluation.relevance.brierValue", { brier: write(reliability.brier), prior: write(reliability.brierOfPrior) }) },
      { name: t("evaluation.relevance.ece"), value: write(reliability.ece) },
      { name: t("evaluation.relevance.prior"), value: formatFigure(reliability.prior, "share", locale) },
    ] : []),
    { name: t("evaluation.relevance.learnt"), value: t("evaluation.relevance.learntValue", { queries, images }) },
  ];
  return <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-3 text-sm">{facts.map(({ name, value }) => <div key={name}><dt className="text-muted">{name}</dt><dd className="mt-0.5 text-base font-medium tabular-nums">{value}</dd></div>)}</dl>;
}
