import type { Metadata } from "next";
import { SiteHeader } from "../_components/site-header";
import { SiteSearch } from "../_components/site-search";
import { getTranslator } from "../_i18n/translator";
import { runSearch } from "../_search/run-search";
import { isSearching, readSearchState, type SearchState } from "../_search/search-state";
import { Results } from "./_components/results";
import { Start } from "./_components/start";

export async function generateMetadata({ searchParams }: PageProps<"/">): Promise<Metadata> {
  const [state, t] = [readSearchState(await searchParams), await getTranslator()];
  if (state.q !== null) return { title: t("results.title", { query: state.q }) };
  const text = isSearching(state) ? await firstOf(state) : null;
  return text === null ? {} : { title: t("results.likeTitle", { text }) };
}

/** What a search without a query is named by: the first thing that more is wanted of. */
async function firstOf(state: SearchState): Promise<string | null> {
  const outcome = await runSearch({ ...state, shown: 1 });
  return (outcome.kind === "found" ? outcome.like[0]?.text : undefined) ?? state.plus[0] ?? null;
}

export default async function SearchPage({ searchParams }: PageProps<"/">) {
  const state = readSearchState(await searchParams);
  if (!isSearching(state)) return <Start />;
  return (
    <>
      <SiteHeader search={<SiteSearch state={state} />} />
      <main id="content" tabIndex={-1} className="page-width min-h-dvh pt-6 pb-20 outline-none">
        {/* Not streamed: it is there in hundredths of a second, and without JavaScript too. The hairline shows a search under way. */}
        <Results state={state} />
      </main>
    </>
  );
}
