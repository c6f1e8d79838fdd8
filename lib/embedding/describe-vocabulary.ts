import type { JapaneseWords } from "./tokenizer-setup";

const UNKNOWN = "[UNK]";
const FIRST = "[CLS]";
const LAST = "[SEP]";

/** Taken as they are wherever they stand in a text. */
const BERT_TOKENS = [UNKNOWN, FIRST, LAST, "[PAD]", "[MASK]"] as const;

const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
const everyCharacter = { type: "Split", pattern: { Regex: "." }, behavior: "Isolated", invert: false };

function readIds(vocabulary: string): Record<string, number> {
  const tokens = vocabulary.split(/\r?\n/u);
  if (tokens.at(-1) === "") tokens.pop();
  return Object.fromEntries(tokens.map((token, id) => [token, id]));
}

/**
 * What tokenizer.json would say of a vocab.txt (one token a line, its id the line) whose texts come as words with spaces between them.
 * @throws Error naming a special token that it lacks
 */
export function describeVocabulary(vocabulary: string, pieces: JapaneseWords["pieces"]): object {
  const vocab = readIds(vocabulary);
  const missing = BERT_TOKENS.find((token) => !Object.hasOwn(vocab, token));
  if (missing) throw new Error(`it has no line ${missing}`);
  const words = { type: "WhitespaceSplit" };
  return {
    added_tokens: BERT_TOKENS.map((content) => ({ id: vocab[content], content, special: true, normalized: false })),
    normalizer: null,
    pre_tokenizer: pieces === "character" ? { type: "Sequence", pretokenizers: [words, everyCharacter] } : words,
    model: { type: "WordPiece", vocab, unk_token: UNKNOWN, continuing_subword_prefix: "##", max_input_chars_per_word: 100 },
    post_processor: { type: "TemplateProcessing", single: [special(FIRST), { Sequence: { id: "A", type_id: 0 } }, special(LAST)] },
    decoder: null,
  };
}
