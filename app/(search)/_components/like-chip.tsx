import Link from "next/link";
import { Icon } from "@/app/_components/icon";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { searchHref, type SearchState } from "@/app/_search/search-state";
import type { SimilarResponse } from "@/lib/features/search/search-types";

/** The caption whose like are shown, and the way out. */
export async function LikeChip({ caption, state }: { caption: SimilarResponse["caption"]; state: SearchState }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <div className="mb-5 inline-flex max-w-full items-center gap-3 rounded-md bg-accent-soft py-2 pr-2 pl-4">
      <p className="min-w-0">
        <span className="mr-3 text-sm text-muted">{t("results.likeChip")}</span>
        <Link href={imageHref(caption.image)} prefetch={false} lang={caption.language} className="caption-text mr-3 underline decoration-edge underline-offset-4 hover:text-accent">{caption.text}</Link>
        <LanguageMark language={caption.language} locale={locale} />
      </p>
      <Link href={searchHref(state, { like: null })} prefetch={false} aria-label={t("results.endLike")} title={t("results.endLike")} className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-card hover:text-ink">
        <Icon name="close" className="size-4" />
      </Link>
    </div>
  );
}
