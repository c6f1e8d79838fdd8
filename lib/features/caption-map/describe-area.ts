import { searchEngine } from "@/lib/features/serving/search-engine";
import type { Area } from "./area";
import { describePoints } from "./describe-points";
import { takeLayout } from "./layout-shelf";
import type { MapArea } from "./map-types";
import { tellingWords } from "./words/telling-words";

/**
 * What is inside an area of a layout.
 * @param limit examples
 * @throws AppError `not_found`, `layout_damaged`; the signal's reason once that is aborted
 */
export async function describeArea(layoutId: string, { within, limit }: { within: Area; limit: number }, signal?: AbortSignal): Promise<MapArea> {
  const db = await searchEngine().openDatabase();
  const layout = await takeLayout(db, layoutId);
  const points = await layout.pointsIn(within, signal);
  const { languages, collections } = layout.manifest;
  return {
    points: points.length,
    captions: layout.captions ? points.length : 0,
    images: new Set(points.map((point) => layout.images[point] as number)).size,
    languages: layout.captions ? tally(points, layout.columns.language, languages).map(({ name, count }) => ({ language: name, count })) : [],
    collections: tally(points, layout.columns.collection, collections).map(({ name, count }) => ({ collection: name, count })),
    words: tellingWords(await layout.words(), points),
    examples: await describePoints(db, layout, evenly(points, limit)),
  };
}

/** Those that occur, the most frequent first. */
function tally(points: Uint32Array, codes: Uint8Array, names: readonly string[]): { name: string; count: number }[] {
  const counts = new Uint32Array(names.length);
  for (const point of points) counts[codes[point] as number]!++;
  return names.map((name, code) => ({ name, count: counts[code] as number })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** Points from all over the area: those that follow one another lie beside each other. */
function evenly(points: Uint32Array, limit: number): number[] {
  const count = Math.min(limit, points.length);
  return Array.from({ length: count }, (_, i) => points[Math.floor((i * points.length) / count)] as number);
}
