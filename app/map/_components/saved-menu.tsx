"use client";

import { useTranslations } from "use-intl";
import { useBrowserList } from "@/app/_browser/use-browser-list";
import { Icon } from "@/app/_components/icon";
import { mapHref } from "../_lib/map-state";
import { type SavedArea, savedAreas } from "../_lib/saved-areas";
import { useMap } from "./map-context";
import { Menu } from "./menu";

/** The areas that were given a name, to come back to. */
export function SavedMenu() {
  const t = useTranslations("map.area");
  const areas = useBrowserList(savedAreas);
  return (
    <Menu icon="keep" label={t("savedHeading")}>
      <h3 className="font-medium">{t("savedHeading")}</h3>
      {areas.length === 0 ? <p className="mt-2 leading-relaxed text-muted">{t("savedNone")}</p> : <ul className="mt-2">{areas.map((area) => <Saved key={area.name} area={area} />)}</ul>}
    </Menu>
  );
}

function Saved({ area: { name, count, layout, within } }: { area: SavedArea }) {
  const t = useTranslations("map.area");
  const { layout: shown, overview, go } = useMap();
  const here = layout === shown.id;
  const known = here ? shown : overview.layouts.find(({ id }) => id === layout);
  const facts = `${t("savedCount", { count, unit: known?.unit ?? "captions" })}${here ? "" : `, ${t(known ? "otherLayout" : "layoutGone")}`}`;
  return (
    <li className="flex items-center gap-2 border-b border-rule last:border-b-0">
      {!known && <p className="min-w-0 flex-1 py-2 text-muted"><span className="block truncate">{name}</span><span className="text-xs">{facts}</span></p>}
      {known && <a href={mapHref({ layout: layout === overview.current ? null : layout, within })} aria-label={t("open", { name })} className="min-w-0 flex-1 py-2 hover:text-accent"
        onClick={(event) => {
          if (!here || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          go({ within, caption: null, image: null });
        }}>
        <span className="block truncate">{name}</span>
        <span className="text-xs text-muted">{facts}</span>
      </a>}
      <button type="button" aria-label={t("remove", { name })} title={t("remove", { name })} onClick={() => savedAreas.remove(name)} className="grid size-8 place-items-center rounded-sm text-muted hover:bg-sunk hover:text-ink">
        <Icon name="trash" className="size-4" />
      </button>
    </li>
  );
}
