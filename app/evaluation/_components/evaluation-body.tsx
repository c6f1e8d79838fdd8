import { getTranslator } from "@/app/_i18n/translator";
import type { EvaluationState } from "../_lib/evaluation-state";
import { readEvaluationPage } from "../_lib/read-evaluation-page";
import { EvaluationChoice } from "./evaluation-choice";
import { FindingsSection } from "./findings-section";
import { GraphSection } from "./graph-section";
import { HistorySection } from "./history-section";
import { HowToMeasure } from "./how-to-measure";
import { RelevanceSection } from "./relevance-section";
import { RetrievalSection } from "./retrieval-section";
import { SentencesSection } from "./sentences-section";

/** Everything that was measured, or what to do where nothing was. */
export async function EvaluationBody({ state }: { state: EvaluationState }) {
  const [t, { page, fault }] = [await getTranslator(), await readEvaluationPage(state)];
  if (!page) {
    return (
      <section role="alert" className="mt-10 max-w-xl border-t border-rule pt-6">
        <h2 className="text-lg font-semibold">{t("evaluation.failed")}</h2>
        <p lang="en" className="mt-2 leading-relaxed text-muted">{fault.message}</p>
      </section>
    );
  }
  const { all, shown, compared, missing, calibration } = page;
  return (
    <>
      {missing !== null && <p role="alert" className="mt-4 max-w-3xl rounded-md bg-warn-soft px-4 py-3">{t("evaluation.missing", { id: missing })}</p>}
      {shown ? <EvaluationChoice all={all} shown={shown} compared={compared} state={state} /> : <HowToMeasure />}
      {shown?.report.generation && <RetrievalSection generation={shown.report.generation} compared={compared?.report.generation ?? null} />}
      {shown && <SentencesSection shown={shown.report} compared={compared?.report ?? null} />}
      {shown && <HistorySection all={all} shown={shown} state={state} />}
      {shown?.report.generation?.graph && <GraphSection graph={shown.report.generation.graph} compared={compared?.report.generation?.graph ?? null} />}
      <RelevanceSection calibration={calibration} state={state} isMeasured={Boolean(shown?.report.generation)} />
      {shown?.report.generation && <FindingsSection shown={shown} state={state} />}
    </>
  );
}
