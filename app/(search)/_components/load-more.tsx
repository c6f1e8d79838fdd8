import Link from "next/link";
import { LinkPending } from "@/app/_components/link-pending";
import { getTranslator } from "@/app/_i18n/translator";
import { PAGE_SIZE, searchHref, type SearchState } from "@/app/_search/search-state";

/** Leads to the same address with more shown, in place: the back button leads to what was before the search. */
export async function LoadMore({ state, shown, total, limit }: { state: SearchState; shown: number; total: number; limit: number }) {
  const t = await getTranslator();
  const next = Math.min(PAGE_SIZE, total - shown, limit - shown);
  return (
    <div className="mt-12 flex flex-col items-center gap-3 text-sm text-muted">
      <p className="tabular-nums">{t("results.shownOf", { shown, total })}</p>
      {next > 0 ? (
        <Link href={searchHref(state, { shown: state.shown + PAGE_SIZE })} replace scroll={false} prefetch={false} className="rounded-md border border-edge px-6 py-2.5 text-base text-ink hover:border-accent hover:text-accent">
          {t("results.loadMore", { count: next })}
          <LinkPending />
        </Link>
      ) : shown >= limit && total > shown && <p>{t("results.limitReached", { count: limit })}</p>}
    </div>
  );
}
