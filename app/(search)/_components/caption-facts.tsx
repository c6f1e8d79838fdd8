import { LanguageMark } from "@/app/_components/language-mark";
import { MapLink } from "@/app/_components/map-link";
import { RelevanceMark } from "@/app/_components/relevance-mark";
import { RefineLink } from "@/app/_components/refine-link";
import { ScoreBar } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { mapHref } from "@/app/map/_lib/map-state";
import { searchHref, type SearchState, withCaption } from "@/app/_search/search-state";
import type { ScoredCaption } from "@/lib/features/search/search-types";
import { WhyLink } from "./why-link";

/** The line under a caption: its language, how near it is, and where to find more or less of its kind. @param byWords whether the search had words to find */
export async function CaptionFacts({ caption, state, byWords }: { caption: ScoredCaption; state: SearchState; byWords: boolean }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <LanguageMark language={caption.language} locale={locale} />
      <ScoreBar score={caption.score} label={t("results.similarity")} />
      {caption.relevance !== null && <RelevanceMark relevance={caption.relevance} />}
      {byWords && caption.words > 0 && <span className="text-xs text-muted tabular-nums" title={t("results.wordsTitle")}>{t("results.words", { share: caption.words })}</span>}
      <span className="ml-auto flex flex-wrap gap-x-3 gap-y-1.5">
        <WhyLink caption={caption} state={state} />
        <MapLink href={mapHref({ caption: caption.id })} text={t("map.showOnMap")} label={t("map.showThisOnMap", { text: caption.text })} />
        <RefineLink href={searchHref(state, withCaption(state, "more", caption.id))} direction="more" text={t("refine.moreLike")} label={t("refine.moreLikeThis", { text: caption.text })} />
        <RefineLink href={searchHref(state, withCaption(state, "less", caption.id))} direction="less" text={t("refine.lessLike")} label={t("refine.lessLikeThis", { text: caption.text })} />
      </span>
    </div>
  );
}
