import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { evaluationHref, type EvaluationState, FINDINGS_SHOWN } from "../_lib/evaluation-state";

/** To the findings before and behind those that are shown. */
export async function FindingPages({ total, state }: { total: number; state: EvaluationState }) {
  const t = await getTranslator();
  const pages = Math.ceil(total / FINDINGS_SHOWN);
  if (pages < 2 && state.page === 1) return null;
  const link = (page: number, text: string) => <Link href={evaluationHref(state, { page }, "findings")} prefetch={false} className="rounded-md border border-edge px-3 py-1.5 hover:border-accent hover:text-accent">{text}</Link>;
  return (
    <nav aria-label={t("evaluation.findings.pages")} className="mt-6 flex flex-wrap items-center gap-4 text-sm tabular-nums">
      {state.page > 1 && link(Math.min(state.page - 1, Math.max(1, pages)), t("evaluation.findings.previous"))}
      <span className="text-muted">{t("evaluation.findings.page", { page: state.page, pages })}</span>
      {state.page < pages && link(state.page + 1, t("evaluation.findings.next"))}
    </nav>
  );
}
