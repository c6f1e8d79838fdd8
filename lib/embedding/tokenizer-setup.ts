/** How Japanese text becomes words before a vocabulary is asked, as BertJapaneseTokenizer of the Python library transformers does it. */
export interface JapaneseWords {
  /** What of a word the vocabulary knows: the longest pieces, or single characters. */
  pieces: "wordpiece" | "character";
  lowercase: boolean;
  /** Whether the text is brought to NFKC first. */
  normalise: boolean;
}

/** Which tokenizer a model has: plain data, for threads to open one each. */
export interface TokenizerSetup {
  /** Path of tokenizer.json, or of vocab.txt where `japanese` is given. */
  file: string;
  japanese: JapaneseWords | null;
  /** Whether texts are lower-cased before the tokenizer sees them. */
  lowercase: boolean;
  /** Longer texts are cut to this many tokens. */
  maxTokens: number;
  /** Where a text too long is cut: at its end, so that it loses the closing special token, or before that. */
  cut: "at end" | "before closing token";
  /** Id or token that fills the shorter rows of a batch. */
  padding: number | string;
}
