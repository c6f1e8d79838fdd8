"use client";

import { useTranslations } from "use-intl";
import { ColourMenu } from "./colour-menu";
import { ExportMenu } from "./export-menu";
import { LayoutMenu } from "./layout-menu";
import { MapIcon } from "./map-icon";
import { MapQueryBox } from "./map-query";
import { SavedMenu } from "./saved-menu";
import { ToolSwitch } from "./tool-switch";
import type { MapTool } from "./use-drawing";

/** What one asks and sets on the map. */
export function MapToolbar({ tool, onTool }: { tool: MapTool; onTool: (tool: MapTool) => void }) {
  const t = useTranslations("map.list");
  return (
    <div className="z-20 flex flex-wrap items-center gap-2 border-b border-rule bg-paper px-3 py-2 md:px-4">
      <MapQueryBox />
      <div className="flex w-full items-center gap-1.5 sm:w-auto sm:gap-2">
        <ToolSwitch tool={tool} onChange={onTool} />
        <ColourMenu />
        <LayoutMenu />
        <SavedMenu />
        <ExportMenu />
        <a href="#list" title={t("heading")} className="flex h-9 items-center gap-2 rounded-md px-2 text-sm text-muted hover:text-ink">
          <MapIcon name="list" /><span className="sr-only xl:not-sr-only">{t("link")}</span>
        </a>
      </div>
    </div>
  );
}
