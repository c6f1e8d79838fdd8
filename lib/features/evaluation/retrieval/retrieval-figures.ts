import { medianSorted } from "simple-statistics";
import { bootstrap, type Figure } from "../figure";

/** How well captions of one language find another caption of their image in the other. */
export interface RetrievalFigures {
  /** BCP 47 tags of the queries, and of what is to be found. */
  from: string;
  to: string;
  /** Captions that were asked, one an image, and images that could have been. */
  queries: number;
  images: number;
  /** Images that could be found. */
  among: number;
  /** Share of queries whose image comes first, among the first 5, among the first 10. */
  recall1: Figure;
  recall5: Figure;
  recall10: Figure;
  /** Mean of 1 / rank. */
  mrr: Figure;
  medianRank: Figure;
}

type Measured = Pick<RetrievalFigures, "recall1" | "recall5" | "recall10" | "mrr" | "medianRank">;

/** @param ranks of the queries' images, from 1 */
export function retrievalFigures(ranks: readonly number[], seed: number): Measured {
  const mean = (valueOf: (rank: number) => number) => bootstrap(ranks.length, (indices) => indices.reduce((sum, i) => sum + valueOf(ranks[i]!), 0) / ranks.length, seed);
  const among = (first: number) => mean((rank) => (rank <= first ? 1 : 0));
  return {
    recall1: among(1),
    recall5: among(5),
    recall10: among(10),
    mrr: mean((rank) => 1 / rank),
    medianRank: bootstrap(ranks.length, (indices) => medianSorted(Array.from(indices, (i) => ranks[i]!).sort((a, b) => a - b)), seed),
  };
}
