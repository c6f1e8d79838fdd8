"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { MapIcon } from "./map-icon";
import { MAP_TOOLS, type MapTool } from "./use-drawing";

/** What a drag on the map does. */
export function ToolSwitch({ tool, onChange }: { tool: MapTool; onChange: (tool: MapTool) => void }) {
  const t = useTranslations("map.tools");
  return (
    <fieldset className="flex h-9 shrink-0 rounded-md border border-rule bg-card p-0.5">
      <legend className="sr-only">{t("label")}</legend>
      {MAP_TOOLS.map((one) => (
        <label key={one} title={t(`${one}Hint`)} className={clsx("grid size-7.5 cursor-pointer place-items-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent", tool === one ? "bg-sunk text-ink" : "text-muted hover:text-ink")}>
          <input type="radio" name="map-tool" value={one} checked={tool === one} onChange={() => onChange(one)} className="sr-only" />
          <MapIcon name={one} />
          <span className="sr-only">{t(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
