import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { Comparison } from "@/lib/features/comparison/comparison-types";

/** Farther apart than this, sentences of a group are clearly told from those of others. */
const CLEAR = 0.15;

/** The lecture's question, answered: are sentences of one group nearer to each other than to those of others? */
export async function ComparisonAnswer({ comparison: { groups, within, across, sentences, model } }: { comparison: Comparison }) {
  const t = await getTranslator();
  const gap = within !== null && across !== null ? within - across : null;
  const facts = [
    { label: t("compare.within"), value: within },
    { label: t("compare.across"), value: across },
  ].filter((fact): fact is { label: string; value: number } => fact.value !== null);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="sr-only">{t("compare.answer")}</h2>
      <p className="text-sm text-muted tabular-nums">{t("compare.facts", { sentences: sentences.length, groups: groups.length, model: model.id, dimensions: model.dimensions })}</p>
      <div className="mt-3 flex flex-wrap items-baseline gap-x-10 gap-y-3">
        {facts.map(({ label, value }) => <p key={label}><span className="mr-3 text-sm text-muted">{label}</span><span className="text-3xl font-medium tracking-tight tabular-nums">{formatScore(value)}</span></p>)}
      </div>
      {gap !== null && <p className="mt-3 max-w-2xl leading-relaxed">{gap >= CLEAR ? t("compare.clear", { gap: formatScore(gap) }) : gap > 0 ? t("compare.slight", { gap: formatScore(gap) }) : t("compare.none")}</p>}
    </section>
  );
}
