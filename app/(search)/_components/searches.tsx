import { getTranslator } from "@/app/_i18n/translator";
import { searchHref, type SearchState } from "@/app/_search/search-state";
import { SearchesMenu } from "./searches-menu";

/** The searches that this browser keeps. @param state the one that is shown   @param name what it is about, where it has no query */
export async function Searches({ state, name }: { state?: SearchState; name?: string }) {
  const t = await getTranslator();
  const labels = {
    heading: t("searches.heading"), save: t("searches.save"), saveAs: t("searches.saveAs"), saved: t("searches.saved"), notSaved: t("searches.notSaved"),
    savedHeading: t("searches.savedHeading"), savedNone: t("searches.savedNone"), recentHeading: t("searches.recentHeading"), recentNone: t("searches.recentNone"),
    remove: t("searches.remove", { name: "{name}" }), clear: t("searches.clear"), export: t("searches.export"), import: t("searches.import"), imported: t("searches.imported"), notImported: t("searches.notImported"),
  };
  return <SearchesMenu labels={labels} current={state && name ? { name, address: searchHref(state) } : null} />;
}
