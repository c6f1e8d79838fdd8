import { dot, row as rowOf } from "@/lib/core/vector";
import { embedQuery } from "@/lib/features/search/embed-query";
import { admitSearch } from "@/lib/features/serving/admit-search";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import type { Steps } from "@/lib/projection/turns";
import { takeLayout } from "./layout-shelf";
import { passOver } from "./passes";
import type { ShownLayout } from "./shown-layout";

/** Rows scored in one step: less than a millisecond. */
const STEP = 512;

export interface PointSimilarities {
  /** One byte a point: its cosine with the query between `low` (0) and `high` (255). */
  values: Uint8Array<ArrayBuffer>;
  low: number;
  high: number;
}

/**
 * How like a text every point of a layout is; an image as its best caption.
 * @throws AppError `not_found`; `layout_damaged`; as searches do; the signal's reason once that is aborted
 */
export async function scorePoints(layoutId: string, query: string, signal: AbortSignal): Promise<PointSimilarities> {
  return admitSearch(() =>
    searchEngine().use(async (serving) => {
      const layout = await takeLayout(serving.db, layoutId);
      return toBytes(await passOver(scoreAll(serving, layout, await embedQuery(serving, query)), signal));
    }),
  );
}

/** −1 where no caption of the point is in the index any more. */
function* scoreAll({ generation }: Serving, layout: ShownLayout, vector: Float32Array): Steps<Float32Array> {
  const { vectors, labels, manifest } = generation;
  const scores = new Float32Array(layout.manifest.count).fill(-1);
  for (let row = 0; row < manifest.count; row++) {
    if (row % STEP === STEP - 1) yield;
    const point = layout.pointOf(labels.captionIds[row] as number, labels.imageIds[row] as number);
    if (point === undefined) continue;
    const score = dot(rowOf(vectors, row, vector.length), vector);
    if (score > (scores[point] as number)) scores[point] = score;
  }
  return scores;
}

function toBytes(scores: Float32Array): PointSimilarities {
  const values = new Uint8Array(scores.length);
  let low = Infinity;
  let high = -Infinity;
  for (const score of scores) {
    if (score < low && score > -1) low = score;
    if (score > high) high = score;
  }
  if (!(low < high)) return { values, low: -1, high: 1 };
  for (let i = 0; i < scores.length; i++) values[i] = Math.round((255 * Math.max(0, (scores[i] as number) - low)) / (high - low));
  return { values, low, high };
}
