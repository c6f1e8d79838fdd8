"use client";

import { useTranslations } from "use-intl";
import type { Scene } from "../_render/open-scene";
import { WHOLE_MAP, zoomView } from "../_view/view";
import { MapIcon } from "./map-icon";

export function ZoomButtons({ scene }: { scene: Scene | null }) {
  const t = useTranslations("map.zoom");
  const buttons = [
    { name: "plus", label: t("in"), press: (now: Scene) => now.zoom.go(zoomView(now.view(), 1), true) },
    { name: "minus", label: t("out"), press: (now: Scene) => now.zoom.go(zoomView(now.view(), -1), true) },
    { name: "whole", label: t("whole"), press: (now: Scene) => now.zoom.go(WHOLE_MAP, true) },
  ] as const;
  return (
    <div role="group" aria-label={t("label")} className="absolute right-3 bottom-3 z-10 grid overflow-hidden rounded-md border border-rule bg-card shadow-xs">
      {buttons.map(({ name, label, press }) => (
        <button key={name} type="button" title={label} aria-label={label} onClick={() => scene && press(scene)} className="grid size-9 place-items-center text-muted not-first:border-t not-first:border-rule hover:bg-sunk hover:text-ink">
          <MapIcon name={name} />
        </button>
      ))}
    </div>
  );
}
