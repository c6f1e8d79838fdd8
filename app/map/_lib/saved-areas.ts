import type { Place } from "../_view/view";

const KEY = "kotomap-map-areas";
const MOST = 50;

/** An area of a layout that somebody gave a name, in their browser. */
export interface SavedArea {
  name: string;
  layout: string;
  /** Captions in it. */
  count: number;
  within: Place[];
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

const isShare = (value: unknown) => typeof value === "number" && value >= 0 && value <= 1;

const isPlace = (value: Partial<Place> | null) => typeof value === "object" && value !== null && isShare(value.x) && isShare(value.y);

const isArea = (value: Partial<SavedArea> | null): value is SavedArea =>
  typeof value === "object" && value !== null && typeof value.name === "string" && value.name !== "" && typeof value.layout === "string" && typeof value.count === "number" && Array.isArray(value.within) && value.within.length >= 3 && value.within.every(isPlace);

/** What was saved, as far as it can be read. */
export function readSavedAreas(text: string | null): SavedArea[] {
  try {
    const read = JSON.parse(text ?? "[]") as unknown;
    return Array.isArray(read) ? read.filter(isArea) : [];
  } catch {
    return [];
  }
}

const EMPTY: SavedArea[] = [];

/** The saved areas of this browser, for useSyncExternalStore. */
export class SavedAreas {
  private read: { text: string | null; areas: SavedArea[] } = { text: null, areas: EMPTY };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: () => Storage) {}

  readonly current = (): SavedArea[] => {
    const text = this.storage().getItem(KEY);
    if (text !== this.read.text) this.read = { text, areas: readSavedAreas(text) };
    return this.read.areas;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** One of the same name is replaced. */
  save(area: SavedArea): void {
    this.write([area, ...this.current().filter(({ name }) => name !== area.name)].slice(0, MOST));
  }

  remove(name: string): void {
    this.write(this.current().filter((area) => area.name !== name));
  }

  private write(areas: SavedArea[]): void {
    this.storage().setItem(KEY, JSON.stringify(areas));
    for (const listener of this.listeners) listener();
  }
}
