import type { Metadata } from "next";
import { SiteHeader } from "../_components/site-header";
import { SiteSearch } from "../_components/site-search";
import { getTranslator } from "../_i18n/translator";
import { runSearch } from "../_search/run-search";
import { isSearching, readSearchState } from "../_search/search-state";
import { Results } from "./_components/results";
import { Start } from "./_components/start";

export async function generateMetadata({ searchParams }: PageProps<"/">): Promise<Metadata> {
  const [state, t] = [readSearchState(await searchParams), await getTranslator()];
  if (state.like !== null) {
    const outcome = await runSearch({ ...state, shown: 1 });
    const text = outcome.kind === "found" ? outcome.like?.text : undefined;
    return text ? { title: t("results.likeTitle", { text }) } : {};
  }
  return state.q === null ? {} : { title: t("results.title", { query: state.q }) };
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
