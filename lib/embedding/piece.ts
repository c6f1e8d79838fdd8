/** A piece of a text, as the tokenizer cut it. */
export interface Piece {
  /** Its place in the vocabulary. */
  id: number;
  /** As the vocabulary writes it: "▁dog", "##ing", "<s>". */
  text: string;
  /** "special" stands for no part of the text, "unknown" for characters that the vocabulary does not have. */
  kind: "word" | "special" | "unknown";
  /**
   * Where it stands in the text as it was given, in UTF-16 units, `end` excluded. Pieces of one character that the tokenizer reads as several (㍿ as 株式会社) have its place each;
   * special pieces and those of white space alone have none: `start` is `end`.
   */
  start: number;
  end: number;
}
