"use client";

import { useTranslations } from "use-intl";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { LanguageMark } from "@/app/_components/language-mark";
import type { MapPoints } from "@/lib/features/caption-map/map-types";
import type { Scene } from "../_render/open-scene";
import { toSpot } from "../_view/view";
import { useMap } from "./map-context";

/** Pixels between a point and its card, and what the card takes. */
const [AWAY, WIDTH, HEIGHT] = [16, 264, 250];

/** The caption that is pointed at, with its picture, beside its point. */
export function HoverCard({ scene, points: { points: [point], siblings } }: { scene: Scene; points: MapPoints }) {
  const t = useTranslations("map.point");
  const { locale } = useMap();
  if (!point) return null;
  const { left, top } = toSpot(scene.view(), scene.frame(), point);
  const { width, height } = scene.frame();
  const style = {
    left: left + AWAY + WIDTH > width ? Math.max(4, left - AWAY - WIDTH) : left + AWAY,
    top: Math.max(4, Math.min(height - HEIGHT, top - 40)),
    width: WIDTH,
  };
  return (
    <div aria-hidden="true" style={style} className="pointer-events-none absolute z-20 hidden overflow-hidden rounded-md border border-edge bg-card shadow-lg md:block">
      <CaptionPicture image={point.image} eager className="h-32 w-full" />
      <div className="px-3 py-2.5">
        {point.caption ? (
          <>
            <p lang={point.caption.language} className="caption-text line-clamp-3 text-sm">{point.caption.text}</p>
            <p className="mt-1.5 flex items-center gap-2 text-xs text-muted"><span className="shrink-0"><LanguageMark language={point.caption.language} locale={locale} /></span>{siblings.length > 0 && t("siblings", { count: siblings.length })}</p>
          </>
        ) : <p className="text-sm">{point.image.id} <span className="text-xs text-muted">{t("hoverMore", { count: point.image.captionCount })}</span></p>}
      </div>
    </div>
  );
}
