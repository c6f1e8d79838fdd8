import type { Explanation } from "@/lib/features/explanation/explanation";
import type { SearchMode } from "./search-request";

/** A caption with what it is found by, rounded to 4 digits. */
export interface ScoredCaption {
  id: string;
  language: string;
  text: string;
  /** Its cosine similarity to the query. */
  score: number;
  /** Of 100 hits with this score, so many hundredths show the image that the query describes, as far as captions of the index tell (lib/features/relevance); null where they do not. */
  relevance: number | null;
  /** The share of the query's words that it has, rare words counting more; 0 to 1. */
  words: number;
  /** Where those words stand in the text, as [start, end) in UTF-16 units, ascending. */
  marks: [number, number][];
}

/** A word that the query is also searched by. */
export interface SearchedWord {
  /** As it stands in the query, in normal form. */
  text: string;
  /** Captions of the index that have it, in any form. */
  captions: number;
}

export interface ImageSummary {
  collection: string;
  id: string;
  /** Where the picture is: absolute (http, https), or a path of this app. Null where none is known. */
  url: string | null;
  width: number | null;
  height: number | null;
  captionCount: number;
}

/** group=image: an image with all its captions that pass the filters, best first. group=none: one caption. */
export interface SearchHit {
  /** The cosine of its first caption. */
  score: number;
  image: ImageSummary;
  captions: ScoredCaption[];
  /** With fold=true: captions found after it that say the same, the first 20 of them told. */
  folded: { count: number; captions: NamedCaption[] };
  /** With explain=true: why the query finds its first caption; null for hits behind the first ten, and where no words say what is looked for. */
  explanation?: Explanation | null;
}

export interface SearchResponse {
  /** Empty where captions or sentences alone say what is looked for. */
  query: string;
  /** The captions that more, and less, is wanted of. */
  like: NamedCaption[];
  unlike: NamedCaption[];
  mode: SearchMode;
  /** Captions come by falling weight × words + (1 - weight) × score. */
  wordsWeight: number;
  words: SearchedWord[];
  /** The query with words that occur nowhere replaced by what may have been meant; null where there are none. */
  didYouMean: string | null;
  /** Id of the generation that answered. */
  generation: string;
  model: { id: string; dimensions: number; device: string };
  /** Milliseconds. */
  took: { embed: number; search: number; total: number };
  /** How many hits there are in all, with these filters, minScore and minRelevance. */
  total: number;
  hits: SearchHit[];
  /** No caption of the page is nearer to the query than the nearest caption of another image is to 95 of 100 captions, nor has half of the query's words. False where that was not measured, and without hits. */
  nothingClose: boolean;
}

/** A caption with the image that it is of. */
export interface NamedCaption {
  id: string;
  language: string;
  text: string;
  image: { collection: string; id: string };
}

/** GET /api/v1/captions/{id}/similar: as a search, with the caption itself as the query. */
export interface SimilarResponse extends SearchResponse {
  caption: NamedCaption;
}
