import { setImmediate as nextTurn } from "node:timers/promises";
import { dot, normaliseRows, row as rowOf } from "@/lib/core/vector";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { AlikeDetail } from "./finding-types";

/** Captions near an image's mean among which the image most like it is looked for. */
const NEAR = 64;
const MOST = 200;

const round = (score: number) => Math.round(score * 10_000) / 10_000;

function meanOf({ vectors, manifest: { model: { dimensions } } }: LoadedGeneration, rows: Uint32Array): Float32Array {
  const mean = new Float32Array(dimensions);
  for (const row of rows) for (let i = 0; i < dimensions; i++) mean[i]! += vectors[row * dimensions + i]!;
  return normaliseRows(mean, dimensions);
}

/** The image whose captions are nearest to those of this one on the whole; null where there is no other near. */
function mostAlike(generation: LoadedGeneration, image: number): AlikeDetail | null {
  const { index, labels, vectors, manifest, rowsOfImage } = generation;
  const own = rowsOfImage(image);
  const mean = meanOf(generation, own);
  const near = index.search(mean, Math.min(NEAR, manifest.count), Math.max(2 * NEAR, manifest.hnsw.ef));
  const others = new Set([...near.rows].map((row) => labels.imageIds[row]!).filter((other) => other !== image));
  let most: { image: number; score: number } | null = null;
  for (const other of others) {
    const score = dot(mean, meanOf(generation, rowsOfImage(other)));
    if (!most || score > most.score) most = { image: other, score };
  }
  if (!most) return null;
  const { dimensions } = manifest.model;
  const pairs = [...own].flatMap((a) => [...rowsOfImage(most.image)].map((b) => ({ a, b, score: dot(rowOf(vectors, a, dimensions), rowOf(vectors, b, dimensions)) })));
  const nearest = pairs.reduce((best, pair) => (pair.score > best.score ? pair : best));
  return { images: [image, most.image], score: round(most.score), captions: [labels.captionIds[nearest.a]!, labels.captionIds[nearest.b]!], nearest: round(nearest.score) };
}

/** Of these images, each with the one that is hardest to tell from it: pairs once, the most alike first. */
export async function findAlikeImages(generation: LoadedGeneration, images: readonly number[], { signal, onDone }: { signal: AbortSignal; onDone: () => void }): Promise<AlikeDetail[]> {
  const pairs = new Map<string, AlikeDetail>();
  for (const image of images) {
    const found = mostAlike(generation, image);
    if (found) pairs.set([...found.images].sort((a, b) => a - b).join(" "), found);
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  return [...pairs.values()].sort((a, b) => b.score - a.score || a.images[0] - b.images[0]).slice(0, MOST);
}
