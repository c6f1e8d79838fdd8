import Link from "next/link";
import { LinkPending } from "@/app/_components/link-pending";
import { getTranslator } from "@/app/_i18n/translator";
import { type SearchState, whyHref } from "@/app/_search/search-state";
import type { ScoredCaption } from "@/lib/features/search/search-types";

/** Opens the explanation of a caption under its hit, and closes it again. Without JavaScript the page comes anew, at the explanation. */
export async function WhyLink({ caption: { id, text }, state }: { caption: ScoredCaption; state: SearchState }) {
  const t = await getTranslator();
  const open = state.why === id;
  return (
    <Link href={whyHref(state, open ? null : id)} prefetch={false} scroll={false} replace aria-expanded={open} aria-label={t(open ? "explanation.closeThis" : "explanation.whyThis", { text })}
      className="relative z-10 inline-flex items-center gap-1 min-h-6 min-w-6 rounded-xs text-xs text-muted hover:text-accent">
      {t(open ? "explanation.close" : "explanation.why")}
      <LinkPending />
    </Link>
  );
}
