import { row as rowOf } from "@/lib/core/vector";
import { lowerBound } from "@/lib/vector-index/image-rows";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { SharedRows } from "./common-captions";
import type { Baseline } from "./open-baseline";

/**
 * The captions of images whose captions read as they did: where a text was corrected, the same question has another answer, and that is no fault of the index.
 * Told by the vectors, so between generations of one model only; of another, all are taken to be unchanged.
 */
export async function dropChanged(generation: LoadedGeneration, baseline: Baseline, shared: SharedRows, captionIds: number[]): Promise<number[]> {
  const { labels, vectors, manifest } = generation;
  const { sha256, dimensions } = manifest.model;
  if (baseline.model.sha256 !== sha256 || baseline.model.dimensions !== dimensions) return captionIds;
  const imageOf = (captionId: number) => labels.imageIds[generation.rowOfCaption(captionId) as number] as number;
  const rows = [...new Set(captionIds.map(imageOf))].flatMap((image) => [...generation.rowsOfImage(image)]).filter((row) => shared.mask[row] === 1);
  const before = await baseline.readVectors(rows.map((row) => lowerBound(baseline.labels.captionIds, labels.captionIds[row] as number)));
  const changed = new Set(rows.filter((row, i) => !isEqual(rowOf(vectors, row, dimensions), rowOf(before, i, dimensions))).map((row) => labels.imageIds[row]));
  return captionIds.filter((captionId) => !changed.has(imageOf(captionId)));
}

const isEqual = (a: Float32Array, b: Float32Array) => a.every((value, i) => value === b[i]);
