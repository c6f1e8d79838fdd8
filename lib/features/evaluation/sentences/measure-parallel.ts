import { dot, row } from "@/lib/core/vector";
import { bootstrap, type Figure } from "../figure";

/** How often the nearest sentence of the other language is the translation. */
export interface ParallelFigures {
  name: string;
  pairs: number;
  englishToJapanese: Figure;
  japaneseToEnglish: Figure;
}

/** 1 for each row whose own row of the other matrix is nearest of all. */
function findOwn(queries: Float32Array, among: Float32Array, dimensions: number): Uint8Array {
  const count = queries.length / dimensions;
  return Uint8Array.from({ length: count }, (_, i) => {
    const query = row(queries, i, dimensions);
    const own = dot(row(among, i, dimensions), query);
    for (let other = 0; other < count; other++) if (other !== i && dot(row(among, other, dimensions), query) > own) return 0;
    return 1;
  });
}

/** @param english pairs × dimensions, row-major, every row of length 1; `japanese` as well, in the same order */
export function measureParallel(name: string, english: Float32Array, japanese: Float32Array, dimensions: number, seed: number): ParallelFigures {
  const pairs = english.length / dimensions;
  const share = (found: Uint8Array) => bootstrap(pairs, (indices) => indices.reduce((sum, i) => sum + found[i]!, 0) / pairs, seed);
  return { name, pairs, englishToJapanese: share(findOwn(english, japanese, dimensions)), japaneseToEnglish: share(findOwn(japanese, english, dimensions)) };
}
