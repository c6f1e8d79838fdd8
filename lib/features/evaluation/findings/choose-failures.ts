import { drawSome } from "@/lib/core/draw-some";
import { row as rowOf } from "@/lib/core/vector";
import { exactTopK } from "@/lib/vector-index/exact";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { Ranking } from "../retrieval/rank-own-image";
import type { FailureDetail } from "./finding-types";

/** Of each direction. */
const WORST = 50;
const SAMPLE = 50;
/** Captions of what was found that are kept. */
const FOUND = 5;

const round = (score: number) => Math.round(score * 10_000) / 10_000;

/** Queries whose image did not come first: the worst ones, then some of the others. @param rows those that could be found */
export function chooseFailures({ labels, vectors, manifest }: LoadedGeneration, rankings: readonly Ranking[], rows: Uint32Array, { from, to }: Pick<FailureDetail, "from" | "to">, random: () => number): FailureDetail[] {
  const failed = rankings.filter(({ rank }) => rank > 1).sort((a, b) => b.rank - a.rank || a.query - b.query);
  const scored = (row: number, score: number) => ({ caption: labels.captionIds[row]!, score: round(score) });
  const describe = ({ query, rank, right }: Ranking, chosen: FailureDetail["chosen"]): FailureDetail => {
    const nearest = exactTopK(vectors, rowOf(vectors, query, manifest.model.dimensions), FOUND + 1, rows);
    const found = [...nearest.rows].map((row, i) => ({ row, score: nearest.scores[i]! })).filter(({ row }) => row !== query).slice(0, FOUND);
    return { chosen, from, to, query: labels.captionIds[query]!, rank, right: scored(right.row, right.score), found: found.map(({ row, score }) => scored(row, score)) };
  };
  return [...failed.slice(0, WORST).map((one) => describe(one, "worst")), ...drawSome(failed.slice(WORST), SAMPLE, random).map((one) => describe(one, "sample"))];
}
