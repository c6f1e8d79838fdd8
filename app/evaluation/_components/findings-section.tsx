import { TeachingSection } from "@/app/_components/teaching-section";
import { getTranslator } from "@/app/_i18n/translator";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import { FINDING_KINDS } from "@/lib/features/evaluation/findings/finding-types";
import { readFindings } from "@/lib/features/evaluation/findings/read-findings";
import { directionNamer } from "../_lib/direction-name";
import { evaluationHref, type EvaluationState, FINDINGS_SHOWN } from "../_lib/evaluation-state";
import { ChoiceLinks } from "@/app/_components/choice-links";
import { FindingList } from "./finding-list";
import { FindingPages } from "./finding-pages";

const FORMATS = ["csv", "xlsx", "json"] as const;

/** What the evaluation found that a person may want to look at: failures, gaps, odd captions, images hard to tell apart. */
export async function FindingsSection({ shown, state }: { shown: EvaluationView; state: EvaluationState }) {
  const [t, nameOf] = [await getTranslator(), await directionNamer()];
  const { list } = state;
  const directions = shown.report.generation?.retrieval ?? [];
  const direction = list === "failure" ? (directions.find(({ from, to }) => from === state.direction?.from && to === state.direction.to) ?? null) : null;
  const page = await readFindings(shown.id, { kind: list, from: direction?.from, to: direction?.to, offset: (state.page - 1) * FINDINGS_SHOWN, limit: FINDINGS_SHOWN });
  const hrefOf = (changes: Partial<EvaluationState>) => evaluationHref(state, { page: 1, ...changes }, "findings");
  return (
    <TeachingSection id="findings" heading={t("evaluation.findings.heading")} explanation={[t("evaluation.findings.explain1"), t("evaluation.findings.explain2")]}>
      <ChoiceLinks label={t("evaluation.findings.kinds")} choices={FINDING_KINDS.map((kind) => ({ href: hrefOf({ list: kind, direction: null }), text: t(`evaluation.findings.${kind}.name`), isCurrent: kind === list }))} />
      <p className="mt-4 max-w-3xl leading-relaxed">{t(`evaluation.findings.${list}.about`)}</p>
      {list === "failure" && directions.length > 1 && (
        <div className="mt-4">
          <ChoiceLinks label={t("evaluation.direction")} choices={[{ href: hrefOf({ direction: null }), text: t("evaluation.findings.all"), isCurrent: direction === null }, ...directions.map((one) => ({ href: hrefOf({ direction: { from: one.from, to: one.to } }), text: nameOf(one), isCurrent: one === direction }))]} />
        </div>
      )}
      <FindingList page={page} first={(state.page - 1) * FINDINGS_SHOWN + 1} />
      <FindingPages total={page.total} state={state} />
      {page.total > 0 && (
        <p className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm"><span className="text-muted">{t("evaluation.findings.export", { count: page.total })}</span>
          {FORMATS.map((format) => <a key={format} href={`/api/v1/evaluations/${shown.id}/export?kind=${list}&format=${format}`} download className="inline-block rounded-md border border-edge px-3 py-1 uppercase hover:border-accent hover:text-accent">{format}</a>)}
        </p>
      )}
    </TeachingSection>
  );
}
