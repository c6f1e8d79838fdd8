import Link from "next/link";
import { formatScore } from "@/app/_components/score-bar";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import { bestScore } from "@/app/_search/run-search";
import { searchHref, type SearchState } from "@/app/_search/search-state";

interface Mend {
  label: string;
  changes: Partial<SearchState>;
}

/** Down to the next 0.05, so that the slider can show it. */
const below = (score: number) => Math.floor(score * 20) / 20;

function mendsOf({ language, collection, min }: SearchState, best: number | null, t: Translator): Mend[] {
  const lowered = best === null ? null : below(best);
  const mends = [
    lowered !== null && lowered > 0 && { label: t("empty.lowerTo", { score: formatScore(lowered) }), changes: { min: lowered } },
    min !== null && best !== null && { label: t("empty.dropMinScore"), changes: { min: null } },
    language !== null && { label: t("empty.dropLanguage"), changes: { language: null } },
    collection !== null && { label: t("empty.dropCollection"), changes: { collection: null } },
  ].filter((mend) => mend !== false);
  return mends.length > 1 || best === null ? [...mends, { label: t("empty.dropAll"), changes: { language: null, collection: null, min: null } }] : mends;
}

/** Says which filter left nothing, and offers to change it. */
export async function NothingFound({ state }: { state: SearchState }) {
  const t = await getTranslator();
  const filtered = state.language !== null || state.collection !== null || state.min !== null;
  const best = state.min === null ? null : await bestScore(state);
  const reason = !filtered ? t("empty.noneAtAll") : best !== null && state.min !== null ? t("empty.minScore", { min: formatScore(state.min), best: formatScore(best) }) : t("empty.withFilters");
  return (
    <section className="max-w-xl py-10">
      <h2 className="text-xl font-semibold">{t("empty.heading")}</h2>
      <p className="mt-3 leading-relaxed text-muted">{reason}</p>
      <ul className="mt-6 flex flex-wrap gap-3">
        {filtered && mendsOf(state, best, t).map(({ label, changes }) => (
          <li key={label}><Link href={searchHref(state, changes)} prefetch={false} className="inline-block rounded-md border border-edge px-4 py-2 hover:border-accent hover:text-accent">{label}</Link></li>
        ))}
      </ul>
    </section>
  );
}
