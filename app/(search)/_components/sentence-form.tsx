import { getTranslator } from "@/app/_i18n/translator";
import { searchHref, type SearchState } from "@/app/_search/search-state";

const button = "h-9 shrink-0 rounded-md border border-edge px-3 hover:border-accent hover:text-accent";

/** Adds a sentence to the query, or takes one from it. A plain GET form. */
export async function SentenceForm({ state }: { state: SearchState }) {
  const t = await getTranslator();
  const kept = [...new URL(searchHref(state), "http://localhost").searchParams];
  return (
    <details className="mb-5 text-sm">
      <summary className="inline-block py-1 text-muted hover:text-ink">{t("refine.sentence")}</summary>
      <form action="/" className="mt-2 flex max-w-2xl flex-wrap gap-2">
        {kept.map(([name, value], i) => <input key={i} type="hidden" name={name} value={value} />)}
        <input type="text" name="add" required maxLength={1000} autoComplete="off" aria-label={t("refine.sentence")} placeholder={t("refine.placeholder")} className="h-9 min-w-0 flex-1 basis-60 rounded-md border border-edge bg-card px-3" />
        <button type="submit" name="as" value="plus" className={button}>{t("refine.add")}</button>
        <button type="submit" name="as" value="minus" className={button}>{t("refine.take")}</button>
      </form>
    </details>
  );
}
