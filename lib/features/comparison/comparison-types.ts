import type { LayoutMethod } from "@/lib/features/caption-map/map-types";

export interface ComparedSentence {
  text: string;
  /** BCP 47; of a typed sentence as its script tells, null where that tells nothing. */
  language: string | null;
  /** Position in `groups`. */
  group: number;
  /** The caption's id; null for a sentence that was typed. */
  caption: string | null;
}

/** Sentences that belong together: those of an image, or typed without an empty line between them. */
export interface SentenceGroup {
  image: { collection: string; id: string } | null;
  sentences: number;
}

/** A tree of what is alike: two parts, and the distance (1 - mean cosine) at which they join. A leaf has the position of a sentence. */
export type SimilarityTree = { sentence: number } | { distance: number; parts: [SimilarityTree, SimilarityTree] };

/** How another encoder sees the same sentences. */
export interface SecondOpinion {
  model: { id: string; dimensions: number };
  similarities: number[][];
  /** Spearman's rank correlation over all pairs; null for fewer than three sentences. */
  agreement: number | null;
  /** Pairs whose rank among all differs most, as shares of the number of pairs, most first. */
  differences: { a: number; b: number; similarity: number; other: number; ranks: number }[];
}

export interface Comparison {
  sentences: ComparedSentence[];
  groups: SentenceGroup[];
  model: { id: string; dimensions: number };
  /** Cosines, n × n, rounded to 4 digits. */
  similarities: number[][];
  tree: SimilarityTree;
  /** The sentences in the order of the tree's leaves: neighbours are alike. */
  order: number[];
  /** Mean cosine of pairs within a group and of pairs across two; null where there are none. */
  within: number | null;
  across: number | null;
  layout: { method: LayoutMethod; perplexity: number | null; coordinates: [x: number, y: number][] };
  other: SecondOpinion | null;
}
