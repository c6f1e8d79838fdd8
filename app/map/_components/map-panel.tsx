"use client";

import { useTranslations } from "use-intl";
import type { MapPoints } from "@/lib/features/caption-map/map-types";
import type { Answer } from "../_lib/use-answer";
import { AlongPanel } from "./along-panel";
import { AreaPanel } from "./area-panel";
import { HitsPanel } from "./hits-panel";
import { useMap } from "./map-context";
import { PointPanel } from "./point-panel";

/** What is spoken of on the map: at its side, on a phone below it. */
export function MapPanel({ stops }: { stops: Answer<MapPoints> }) {
  const t = useTranslations("map");
  const { state: { caption, image, q, within, along } } = useMap();
  if ([caption, image, q, within, along].every((part) => part === null)) return null;
  return (
    // One can scroll it with the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside tabIndex={0} aria-label={t("panel")} className="relative max-h-[45%] shrink-0 overflow-y-auto overscroll-contain border-t border-rule bg-paper md:max-h-none md:w-92 md:border-t-0 md:border-l">
      <PointPanel />
      <AlongPanel stops={stops} />
      <HitsPanel />
      <AreaPanel />
    </aside>
  );
}
