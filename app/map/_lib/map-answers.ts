import type { LayoutView, MapArea, MapLabels, MapPoints, MapQuery } from "@/lib/features/caption-map/map-types";
import { layoutAddress } from "./map-fetch";
import { mapParsers, type MapState } from "./map-state";
import { useAnswer, type Answer } from "./use-answer";

/** Hits of a query that light up: at most, and of a small map fewer, so that they stand out. */
const HITS = 50;
const FEWEST_HITS = 8;
const hitsOf = (count: number) => Math.min(HITS, Math.max(FEWEST_HITS, Math.ceil(count / 10)));
/** Captions of an area that are told of, from all over it. */
const EXAMPLES = 200;

/** How alike all points are to a query: a byte each, and the cosines that 0 and 255 stand for. */
export interface Similarities {
  values: Uint8Array;
  low: number;
  high: number;
}

async function readSimilarities(response: Response): Promise<Similarities> {
  const cosine = (name: string) => Number(response.headers.get(name));
  return { values: new Uint8Array(await response.arrayBuffer()), low: cosine("x-similarity-low"), high: cosine("x-similarity-high") };
}

export const withinText = (within: MapState["within"]): string | null => within && mapParsers.within.serialize(within);

/** What some points are, and the others of their images. */
export const pointsAddress = (layout: string, what: { points?: string | number; captions?: string; image?: string }): string => layoutAddress(layout, "captions", { ...what, siblings: "true" });

export interface MapAnswers {
  labels: Answer<MapLabels>;
  query: Answer<MapQuery>;
  similarities: Answer<Similarities>;
  area: Answer<MapArea>;
  /** The caption or image that the address names. */
  chosen: Answer<MapPoints>;
}

/** Everything about a state of the page that the server knows. */
export function useMapAnswers({ id, count }: LayoutView, { q, within, colour, caption, image }: MapState): MapAnswers {
  const area = withinText(within);
  const chosen = caption !== null ? { captions: caption } : image?.[0] !== undefined ? { image: image[0] } : null;
  return {
    labels: useAnswer(layoutAddress(id, "labels")),
    query: useAnswer(q === null ? null : layoutAddress(id, "query", { q, limit: hitsOf(count), within: area })),
    similarities: useAnswer(q === null || colour !== "similarity" ? null : layoutAddress(id, "similarity", { q }), readSimilarities),
    area: useAnswer(area === null ? null : layoutAddress(id, "area", { within: area, limit: EXAMPLES })),
    chosen: useAnswer(chosen && pointsAddress(id, chosen)),
  };
}
