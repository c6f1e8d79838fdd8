"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { layoutAddress } from "../_lib/map-fetch";
import { withinText } from "../_lib/map-answers";
import { useLayoutName } from "./layout-menu";
import { useMap } from "./map-context";
import { Menu } from "./menu";

const TABLES = ["xlsx", "csv", "json"] as const;
const item = "block w-full rounded-sm px-2 py-1.5 text-left hover:bg-sunk hover:text-accent";

/** The map to take along: as a picture, or as a table of coordinates and captions. */
export function ExportMenu() {
  const t = useTranslations("map.exports");
  const { state, layout, colour, locale } = useMap();
  const within = withinText(state.within);
  return (
    <Menu icon="save" label={t("label")}>
      <h3 className="font-medium">{t("picture")}</h3>
      <ul className="-mx-2 mt-1">
        <li><PngButton /></li>
        <li><a download href={layoutAddress(layout.id, "export", { format: "svg", within, colour: colour === "similarity" ? null : colour, lang: locale })} className={item}>{t("svg")}</a></li>
      </ul>
      <h3 className="mt-3 font-medium">{t("table")}</h3>
      {within && <p className="text-xs text-muted">{t("areaOnly")}</p>}
      <ul className="-mx-2 mt-1">
        {TABLES.map((format) => <li key={format}><a download href={layoutAddress(layout.id, "export", { format, within })} className={item}>{t(format)}</a></li>)}
      </ul>
    </Menu>
  );
}

function PngButton() {
  const t = useTranslations("map.exports");
  const map = useMap();
  const nameOf = useLayoutName();
  const words = useTranslations("map");
  const [stage, setStage] = useState<"idle" | "working" | "failed">("idle");
  const draw = async () => {
    setStage("working");
    try {
      const { savePicture } = await import("../_render/save-picture");
      await savePicture(map, { title: words("heading"), name: nameOf(map.layout), note: map.colour === "image" && map.layout.unit === "captions" ? words("colour.imageShort") : words(`colour.by.${map.colour}`) });
      setStage("idle");
    } catch {
      setStage("failed");
    }
  };
  return (
    <>
      <button type="button" disabled={stage === "working" || map.scene === null} onClick={() => void draw()} className={item}>{stage === "working" ? t("working") : t("png")}</button>
      {stage === "failed" && <p role="alert" className="px-2 text-sm text-bad">{t("failed")}</p>}
    </>
  );
}
