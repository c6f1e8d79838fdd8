import { createContext, useContext } from "react";
import type { LayoutView, MapOverview, MapPoint } from "@/lib/features/caption-map/map-types";
import type { MapColour, MapPalette, MapTheme } from "@/lib/features/caption-map/palette";
import type { Locale } from "@/app/_i18n/locale";
import type { MapAnswers } from "../_lib/map-answers";
import type { MapAddress } from "../_lib/use-map-state";
import type { Scene } from "../_render/open-scene";

/** What the parts of the map's page share. */
export interface MapShared extends MapAddress {
  overview: MapOverview;
  layout: LayoutView;
  locale: Locale;
  palette: MapPalette;
  theme: MapTheme;
  colour: MapColour;
  answers: MapAnswers;
  /** Null until it is drawn, and where it cannot be. */
  scene: Scene | null;
  /** Opens a point that is spoken of beside the map, and flies there. */
  visit: (point: MapPoint) => void;
}

const MapContext = createContext<MapShared | null>(null);

export const MapProvider = MapContext.Provider;

export function useMap(): MapShared {
  const shared = useContext(MapContext);
  if (!shared) throw new Error("This is a part of the map's page.");
  return shared;
}
