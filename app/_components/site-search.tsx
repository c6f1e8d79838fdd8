import { getTranslator } from "../_i18n/translator";
import { searchHref, type SearchState, UNREFINED } from "../_search/search-state";
import { SearchBox } from "./search-box";

/** The search box with its words. @param state what the page shows now; a new query keeps its filters */
export async function SiteSearch({ state, large }: { state?: SearchState; large?: boolean }) {
  const t = await getTranslator();
  const filters = state ? new URL(searchHref(state, { q: null, ...UNREFINED }), "http://localhost").searchParams : [];
  const labels = { label: t("search.label"), placeholder: t("search.placeholder"), submit: t("search.submit"), suggestions: t("search.suggestions") };
  return <SearchBox query={state?.q ?? ""} kept={Object.fromEntries(filters)} labels={labels} large={large} />;
}
