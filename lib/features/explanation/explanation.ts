import type { Word } from "./words";

/** A word of a text that is explained. */
export interface ExplainedWord extends Word {
  /** What of the two texts' cosine goes when the word is left out, rounded to 4 digits; negative where they are more alike without it. Null where it was not measured: for function words, and a word that stands alone. */
  contribution: number | null;
}

export interface ExplainedText {
  text: string;
  words: ExplainedWord[];
}

/** A word of one text that meets a word of the other. */
export interface WordLink {
  /** Places in the words of the two texts. */
  a: number;
  b: number;
  /** From 0 to 1: how surely either is the other's partner, and no third word. Rounded to 3 digits. */
  strength: number;
}

/** Why two texts are as alike as they are. */
export interface Explanation {
  a: ExplainedText;
  b: ExplainedText;
  /** Cosine of the two texts, rounded to 4 digits. */
  score: number;
  /** By falling strength; a word may have several. Words of content alone are linked. */
  links: WordLink[];
  /** What words are compared by: the vectors of their pieces, or, where the model has none, what of their text's vector goes with them. */
  linkedBy: "pieces" | "differences";
}
