"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { MAP_COLOURS } from "@/lib/features/caption-map/palette";
import { useMap } from "./map-context";
import { Menu } from "./menu";

export function ColourMenu() {
  const t = useTranslations("map.colour");
  const { state, colour, note } = useMap();
  return (
    <Menu icon="colour" label={t("label")} value={t(`by.${colour}`)}>
      <fieldset>
        <legend className="font-medium">{t("label")}</legend>
        <div className="mt-2 space-y-0.5">
          {MAP_COLOURS.map((by) => {
            const missing = by === "similarity" && state.q === null;
            return (
              <label key={by} className={clsx("flex min-h-8 items-center gap-2.5", missing && "text-muted")}>
                <input type="radio" name="map-colour" value={by} checked={colour === by} disabled={missing} onChange={() => note({ colour: by })} className="size-4 accent-accent" />
                {t(`by.${by}`)}
                {missing && <span className="text-xs">({t("needsQuery")})</span>}
              </label>
            );
          })}
        </div>
      </fieldset>
    </Menu>
  );
}
