"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { searchHref } from "@/app/_search/search-state";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { formatImageName } from "@/lib/features/caption-map/image-name";
import type { MapPoint } from "@/lib/features/caption-map/map-types";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import { mapHref } from "../_lib/map-state";
import { useAnswer } from "../_lib/use-answer";
import { useMap } from "./map-context";
import { MapFault } from "./map-fault";
import { PanelSection } from "./panel-section";

/** The caption or image that was chosen: its picture, all that is said about it, and the ways on. */
export function PointPanel() {
  const t = useTranslations("map.point");
  const { state, answers, go } = useMap();
  const { answer, refusal } = answers.chosen;
  if (state.caption === null && state.image === null) return null;
  const [point] = answer?.points ?? [];
  return (
    <PanelSection heading={state.caption === null ? t("imageLabel") : t("label")} closeLabel={t("close")} onClose={() => go({ caption: null, image: null })}>
      {refusal && (refusal.code === "not_found" ? <p className="mt-2 text-sm leading-relaxed">{t("missing")}</p> : <MapFault refusal={refusal} />)}
      {!answer && !refusal && <div data-skeleton="" className="mt-3 h-48 rounded-sm" />}
      {answer && point && <Essence point={point} siblings={[...answer.points.slice(1), ...answer.siblings]} named={state.caption !== null} />}
    </PanelSection>
  );
}

const link = "underline decoration-edge underline-offset-4 hover:text-accent";

/** @param named whether one caption was chosen, rather than the image */
function Essence({ point, siblings, named }: { point: MapPoint; siblings: MapPoint[]; named: boolean }) {
  const t = useTranslations("map.point");
  const { locale } = useMap();
  const { image, caption } = point;
  return (
    <>
      <div className="mt-2 flex items-start gap-4 md:block">
        <CaptionPicture image={image} fit="contain" className="aspect-[4/3] w-32 shrink-0 rounded-sm border border-rule md:w-full" />
        {caption && named && (
          <div className="md:mt-3 md:flex md:items-start md:justify-between md:gap-3">
            <p lang={caption.language} className="caption-text md:text-lg">{caption.text}</p>
            <span className="shrink-0 pt-1"><LanguageMark language={caption.language} locale={locale} /></span>
          </div>
        )}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <li><Link href={imageHref(image)} prefetch={false} className={link}>{t("openImage")}</Link></li>
        {caption && named && <li><Link href={searchHref(null, { like: [caption.id] })} prefetch={false} className={link}>{t("like")}</Link></li>}
        <li><a href={mapHref({ images: [formatImageName(image)] })} className={link}>{t("selectionMap")}</a></li>
      </ul>
      <h3 className="mt-5 text-sm font-medium">{t("captions")}</h3>
      {siblings.length > 0 && <p className="text-xs text-muted">{t("siblings", { count: siblings.length })}</p>}
      <AllCaptions image={image} onMap={[point, ...siblings]} />
    </>
  );
}

/** Those on the map lead to their point. */
function AllCaptions({ image, onMap }: { image: MapPoint["image"]; onMap: MapPoint[] }) {
  const { visit, locale, state } = useMap();
  const { answer } = useAnswer<ImagePage>(`/api/v1${imageHref(image)}`);
  const captions = answer?.captions ?? onMap.flatMap(({ caption }) => (caption ? [caption] : []));
  const pointOf = new Map(onMap.map((point) => [point.caption?.id, point]));
  return (
    <ul className="mt-1">
      {captions.map(({ id, language, text }) => {
        const point = pointOf.get(id);
        return (
          <li key={id} className="flex items-start justify-between gap-3 border-b border-rule py-2 last:border-b-0">
            {point ? (
              <button type="button" onClick={() => visit(point)} aria-current={id === state.caption ? "true" : undefined} lang={language} className="caption-text py-0.5 text-left text-sm hover:text-accent aria-current:font-medium">{text}</button>
            ) : <p lang={language} className="caption-text text-sm text-muted">{text}</p>}
            <span className="shrink-0"><LanguageMark language={language} locale={locale} /></span>
          </li>
        );
      })}
    </ul>
  );
}
