import { LanguageMark } from "@/app/_components/language-mark";
import { LikeLink } from "@/app/_components/like-link";
import { MapLink } from "@/app/_components/map-link";
import { ScoreBar } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { mapHref } from "@/app/map/_lib/map-state";
import { searchHref, type SearchState } from "@/app/_search/search-state";
import type { ScoredCaption } from "@/lib/features/search/search-types";

/** The line under a caption: its language, how near it is, and where to find more of its kind. */
export async function CaptionFacts({ caption, state }: { caption: ScoredCaption; state: SearchState }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <LanguageMark language={caption.language} locale={locale} />
      <ScoreBar score={caption.score} label={t("results.similarity")} />
      <span className="ml-auto flex gap-x-4">
        <MapLink href={mapHref({ caption: caption.id })} text={t("map.showOnMap")} label={t("map.showThisOnMap", { text: caption.text })} />
        <LikeLink href={searchHref(state, { like: caption.id })} text={t("results.like")} label={t("results.likeThis", { text: caption.text })} />
      </span>
    </div>
  );
}
