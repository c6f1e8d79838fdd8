import { useQueryStates } from "nuqs";
import { mapParsers, type MapState } from "./map-state";

export interface MapAddress {
  state: MapState;
  /** A step that the back button takes back. */
  go: (changes: Partial<MapState>) => void;
  /** Something that needs no step of its own, such as where one looks. */
  note: (changes: Partial<MapState>) => void;
}

/** What the address of the page says, and how to change it. The server is not asked anew. */
export function useMapState(): MapAddress {
  const [state, setState] = useQueryStates(mapParsers, { shallow: true, scroll: false });
  const set = (history: "push" | "replace") => (changes: Partial<MapState>) => void setState(changes, { history });
  return { state, go: set("push"), note: set("replace") };
}
