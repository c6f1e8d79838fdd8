import { row as rowOf } from "@/lib/core/vector";
import { readCaptions, readImages } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { describeImages } from "@/lib/features/search/describe-image";
import { roundScore } from "@/lib/features/search/find-hits";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { NearestImage } from "./image-page-types";

/** Images shown. */
const WANTED = 8;

interface Pair {
  own: number;
  other: number;
  score: number;
}

/** The best pair of captions for each other image, best first; asks each caption for more neighbours until enough images are met. */
function joiningPairs(generation: LoadedGeneration, rows: number[]): Pair[] {
  const { labels, index, vectors, manifest } = generation;
  const self = rows[0] === undefined ? -1 : (labels.imageIds[rows[0]] as number);
  const elsewhere = (row: number) => labels.imageIds[row] !== self;
  const best = new Map<number, Pair>();
  for (let k = WANTED * 4; ; k *= 8) {
    for (const own of rows) {
      const found = index.search(rowOf(vectors, own, manifest.model.dimensions), Math.min(k, manifest.count), Math.max(k, manifest.hnsw.ef), elsewhere);
      found.rows.forEach((other, i) => {
        const pair = { own, other, score: found.scores[i] as number };
        const image = labels.imageIds[other] as number;
        if (pair.score > (best.get(image)?.score ?? -2)) best.set(image, pair);
      });
    }
    if (best.size >= WANTED || k >= manifest.count || k > 2000) break;
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, WANTED);
}

/** Other images, each with the pair of captions whose similarity joins it to this one. @param rows the image's rows in the index */
export async function findNearestImages(db: Database, generation: LoadedGeneration, rows: number[]): Promise<NearestImage[]> {
  const { captionIds, imageIds } = generation.labels;
  const pairs = joiningPairs(generation, rows);
  const texts = await readCaptions(db, pairs.flatMap(({ own, other }) => [captionIds[own] as number, captionIds[other] as number]));
  const images = describeImages(await readImages(db, pairs.map(({ other }) => imageIds[other] as number)), generation);
  return pairs.flatMap(({ own, other, score }) => {
    const image = images.get(imageIds[other] as number);
    const [ownText, otherText] = [texts.get(captionIds[own] as number), texts.get(captionIds[other] as number)];
    if (!image || !ownText || !otherText) return [];
    return [{ image, score: roundScore(score), own: { ...ownText, id: String(ownText.id) }, other: { ...otherText, id: String(otherText.id) } }];
  });
}
