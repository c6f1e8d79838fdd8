import { languageMark, languageName } from "@/app/_components/language-mark";
import { LikeLink } from "@/app/_components/like-link";
import { MapLink } from "@/app/_components/map-link";
import { formatScore } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { mapHref } from "@/app/map/_lib/map-state";
import { searchHref } from "@/app/_search/search-state";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import { groupByLanguage } from "./group-by-language";

/** The captions side by side, a column a language, numbered as in the map of their similarities. */
export async function CaptionColumns({ page }: { page: ImagePage }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <section aria-labelledby="captions" className="lg:col-span-7">
      <h2 id="captions" className="sr-only">{t("image.captions")}</h2>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(16rem,100%),1fr))] gap-x-10 gap-y-10">
        {groupByLanguage(page.captions).map(({ language, captions }) => (
          <div key={language}>
            <h3 className="flex items-baseline justify-between border-b border-ink pb-2 text-sm font-medium">
              <span title={languageName(language, locale)} lang={language}>{languageMark(language)}</span>
              <span className="font-normal text-muted tabular-nums">{t("image.captionCount", { count: captions.length })}</span>
            </h3>
            <ol>{captions.map((caption) => <Caption key={caption.id} caption={caption} odd={page.oddOneOut} />)}</ol>
          </div>
        ))}
      </div>
    </section>
  );
}

async function Caption({ caption: { id, number, language, text }, odd }: { caption: ImagePage["captions"][number] & { number: number }; odd: ImagePage["oddOneOut"] }) {
  const t = await getTranslator();
  return (
    <li className="grid grid-cols-[1.75rem_1fr] border-b border-rule py-4">
      <span className="pt-1 text-sm text-muted tabular-nums">{number}</span>
      <div className="min-w-0">
        <p lang={language} className="caption-text text-lg">{text}</p>
        <div className="mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
          {odd?.id === id && (
            <p className="text-xs text-accent">
              <span className="font-medium">{t("image.oddOneOut")}</span> <span className="tabular-nums">({t("image.oddOneOutMean", { mean: formatScore(odd.meanSimilarity) })})</span>
            </p>
          )}
          <MapLink href={mapHref({ caption: id })} text={t("map.showOnMap")} label={t("map.showThisOnMap", { text })} />
          <LikeLink href={searchHref(null, { like: [id] })} text={t("results.like")} label={t("results.likeThis", { text })} />
        </div>
      </div>
    </li>
  );
}
