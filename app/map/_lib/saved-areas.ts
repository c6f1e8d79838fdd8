import { BrowserList } from "@/app/_browser/browser-list";
import type { Place } from "../_view/view";

/** An area of a layout that somebody gave a name, in their browser. */
export interface SavedArea {
  name: string;
  layout: string;
  /** Points in it. */
  count: number;
  within: Place[];
}

const isShare = (value: unknown) => typeof value === "number" && value >= 0 && value <= 1;

const isPlace = (value: Partial<Place> | null) => typeof value === "object" && value !== null && isShare(value.x) && isShare(value.y);

function isArea(given: unknown): given is SavedArea {
  const value = given as Partial<SavedArea> | null;
  return typeof value === "object" && value !== null && typeof value.name === "string" && value.name !== "" && typeof value.layout === "string" && typeof value.count === "number" && Array.isArray(value.within) && value.within.length >= 3 && value.within.every(isPlace);
}

export const savedAreas = new BrowserList<SavedArea>({ key: "kotomap-map-areas", most: 50, isItem: isArea, nameOf: ({ name }) => name });
