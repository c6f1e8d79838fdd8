import { dot, row as rowOf } from "@/lib/core/vector";
import { roundScore } from "@/lib/features/search/find-hits";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

export interface Agreement {
  /** n × n cosines; null where a caption is not in the index. */
  similarities: (number | null)[][];
  cohesion: number | null;
  /** Position of the caption least like the others, and its mean cosine to them. */
  oddOneOut: { index: number; meanSimilarity: number } | null;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How well the captions of one image agree. @param rows their rows in the index, null where not indexed */
export function measureAgreement({ vectors, manifest }: Pick<LoadedGeneration, "vectors" | "manifest">, rows: (number | null)[]): Agreement {
  const vector = (row: number) => rowOf(vectors, row, manifest.model.dimensions);
  const cosines = rows.map((a) => rows.map((b) => (a === null || b === null ? null : a === b ? 1 : dot(vector(a), vector(b)))));
  const means = cosines.map((line, i) => {
    const others = line.filter((value, j): value is number => value !== null && j !== i);
    return others.length > 0 ? mean(others) : null;
  });
  const known = means.flatMap((meanSimilarity, index) => (meanSimilarity === null ? [] : [{ index, meanSimilarity }]));
  const odd = known.length > 2 ? known.reduce((least, other) => (other.meanSimilarity < least.meanSimilarity ? other : least)) : null;
  return {
    similarities: cosines.map((line) => line.map((value) => (value === null ? null : roundScore(value)))),
    cohesion: known.length > 1 ? roundScore(mean(known.map(({ meanSimilarity }) => meanSimilarity))) : null,
    oddOneOut: odd && { index: odd.index, meanSimilarity: roundScore(odd.meanSimilarity) },
  };
}
