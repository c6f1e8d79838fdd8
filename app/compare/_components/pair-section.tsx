import { ExplanationView } from "@/app/_components/explanation/explanation-view";
import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import { toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { ComparedSentence, Comparison } from "@/lib/features/comparison/comparison-types";
import { explainSentences } from "@/lib/features/explanation/explain-sentences";
import type { Explanation } from "@/lib/features/explanation/explanation";
import { compareHref, type CompareState } from "../_lib/compare-state";

async function explain(a: string, b: string): Promise<Explanation | null> {
  try {
    return await explainSentences(a, b);
  } catch (thrown) {
    if (toAppError(thrown).code !== "overloaded") logger().error({ err: thrown }, "a pair could not be explained");
    return null;
  }
}

/** Which words of two of the sentences meet. The pair is chosen here, or in the heat map. */
export async function PairSection({ comparison: { sentences }, state }: { comparison: Comparison; state: CompareState }) {
  const t = await getTranslator();
  const [a, b] = state.pair?.map((number) => sentences[number - 1]) ?? [];
  const explained = a && b ? await explain(a.text, b.text) : null;
  return (
    <section id="words" aria-labelledby="words-heading" className="mt-14 scroll-mt-6">
      <h2 id="words-heading" className="text-xl font-semibold">{t("compare.words")}</h2>
      <p className="mt-1.5 max-w-3xl text-sm leading-relaxed text-muted">{t("compare.wordsBody")}</p>
      <PairForm sentences={sentences} state={state} />
      {explained && (
        <div className="mt-6">
          <p className="mb-4"><span className="mr-3 text-sm text-muted">{t("results.similarity")}</span><span className="text-2xl font-medium tabular-nums">{formatScore(explained.score)}</span></p>
          <ExplanationView explanation={explained} />
        </div>
      )}
      {a && b && !explained && <p role="alert" className="mt-6">{t("explanation.failed")}</p>}
    </section>
  );
}

/** A plain form: its answer is the same address with another pair. */
async function PairForm({ sentences, state }: { sentences: ComparedSentence[]; state: CompareState }) {
  const t = await getTranslator();
  const rest = new URL(compareHref(state, { pair: null }), "http://localhost").searchParams;
  return (
    <form action="/compare#words" className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      {[...rest].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {(["a", "b"] as const).map((name, i) => (
        <label key={name} className="min-w-0 flex-[1_1_14rem] text-sm text-muted">
          {t(i === 0 ? "compare.first" : "compare.second")}
          <select name={name} defaultValue={state.pair?.[i] ?? i + 1} key={state.pair?.[i]} className="mt-1 block h-10 w-full rounded-md border border-edge bg-card px-3 text-base text-ink">
            {sentences.map(({ text }, at) => <option key={at} value={at + 1}>{`${at + 1}: ${text}`}</option>)}
          </select>
        </label>
      ))}
      <button type="submit" className="h-10 shrink-0 rounded-md border border-edge px-5 hover:border-accent hover:text-accent">{t("compare.explainSubmit")}</button>
    </form>
  );
}
