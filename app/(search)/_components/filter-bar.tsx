import clsx from "clsx";
import Link from "next/link";
import { indexFacts } from "@/app/_components/index-facts";
import { languageName } from "@/app/_components/language-mark";
import { NavigatingSelect } from "@/app/_components/navigating-select";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { searchHref, type SearchState } from "@/app/_search/search-state";
import { AddressSlider } from "./address-slider";

/** How much was found, as what it is shown, and what it is narrowed down to. @param wordsWeight what words count beside meaning; null where there are none */
export async function FilterBar({ state, total, took, wordsWeight }: { state: SearchState; total: number; took: number; wordsWeight: number | null }) {
  const [t, locale, facts] = await Promise.all([getTranslator(), getLocale(), indexFacts()]);
  const views = [{ view: "images", label: t("filters.byImage") }, { view: "captions", label: t("filters.byCaption") }] as const;
  const languages = optionsOf(Object.keys(facts?.languages ?? {}), state.language, (language) => languageName(language, locale));
  const collections = optionsOf(facts?.collections.map(({ name }) => name) ?? [], state.collection, (name) => name);
  return (
    <div className="mb-7 flex min-h-11 flex-wrap items-center gap-x-6 gap-y-3 border-b border-rule pb-4 text-sm">
      <p className="mr-auto">
        <span className="text-base font-medium tabular-nums">{state.view === "images" ? t("results.foundImages", { count: total }) : t("results.foundCaptions", { count: total })}</span>
        <span className="ml-3 text-muted tabular-nums">{t("results.took", { ms: Math.max(1, Math.round(took)) })}</span>
      </p>
      <div role="group" aria-label={t("filters.label")} className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <nav aria-label={t("filters.view")} className="flex rounded-md border border-rule p-0.5">
          {views.map(({ view, label }) => (
            <Link key={view} href={searchHref(state, { view })} prefetch={false} aria-current={view === state.view ? "true" : undefined} className={clsx("rounded-sm px-3 py-1", view === state.view ? "bg-sunk font-medium" : "text-muted hover:text-ink")}>{label}</Link>
          ))}
        </nav>
        {languages.length > 1 && (
          <NavigatingSelect label={t("filters.language")} value={searchHref(state)}
            options={[{ href: searchHref(state, { language: null }), label: t("filters.anyLanguage") }, ...languages.map(({ value, label }) => ({ href: searchHref(state, { language: value }), label, lang: value }))]} />
        )}
        {collections.length > 1 && (
          <NavigatingSelect label={t("filters.collection")} value={searchHref(state)}
            options={[{ href: searchHref(state, { collection: null }), label: t("filters.anyCollection") }, ...collections.map(({ value, label }) => ({ href: searchHref(state, { collection: value }), label }))]} />
        )}
        {wordsWeight !== null && (
          <div className="flex items-center gap-2.5">
            <AddressSlider label={t("filters.words")} name="words" value={state.weight} unset={{ value: wordsWeight, text: t("filters.autoWords") }} max={1} zeroUnsets={false} />
            {state.weight !== null && <Link href={searchHref(state, { weight: null })} prefetch={false} className="text-muted underline decoration-edge underline-offset-4 hover:text-accent">{t("filters.resetWords")}</Link>}
          </div>
        )}
        <AddressSlider label={t("filters.minScore")} name="min" value={state.min} unset={{ value: 0, text: t("filters.anyScore") }} max={0.95} zeroUnsets />
      </div>
    </div>
  );
}

/** What can be chosen; the choice of the address is among it even where the index does not have it. */
function optionsOf(known: string[], chosen: string | null, label: (value: string) => string) {
  const values = chosen === null || known.includes(chosen) ? known : [...known, chosen];
  return values.map((value) => ({ value, label: label(value) }));
}
