import type { Tokenizer } from "@huggingface/tokenizers";
import { AppError } from "@/lib/core/errors";
import { openTokenizer } from "./open-tokenizer";
import { splitJapanese } from "./split-japanese";
import type { TokenizerSetup } from "./tokenizer-setup";

/** Text → token ids. */
export interface TextTokenizer {
  /** Fills the shorter rows of a batch. */
  readonly padId: number;
  /** Ids with the special tokens around them, at most maxTokens of them; a text too long loses its end. */
  encode(text: string): readonly number[];
  /** The vocabulary's piece of an id, as it stands there: "▁dog", "##ing"; empty for an id that is not in it. */
  pieceOf(id: number): string;
  /** Pieces of the vocabulary, special ones included. */
  readonly vocabularySize: number;
  /** Those that stand for no part of a text, such as <s> and <pad>; that for unknown characters is none of them. */
  readonly specialIds: ReadonlySet<number>;
  /** Stands for characters that no piece has; null where the vocabulary has no such piece. */
  readonly unknownId: number | null;
}

/** Texts of so many characters are read whole, whatever unknown characters may have fused into one token. */
const READ_WHOLE = 4096;

/** Characters that a token can stand for: twice the longest piece of the vocabulary, as text may shrink when it is normalised. */
function charactersPerToken(tokenizer: Tokenizer): number {
  let longest = 1;
  for (const piece of tokenizer.get_vocab(false).keys()) longest = Math.max(longest, piece?.length ?? 0);
  return 2 * longest;
}

/** Whether runs of white space count once for the tokenizer. */
function foldsSpace(tokenizer: Tokenizer): boolean {
  const [one, many] = ["a b", "a \n\t b"].map((text) => tokenizer.encode(text).ids);
  return String(one) === String(many);
}

/** The part of a text that can reach the first maxTokens tokens, so that a huge text costs no more than a long one. */
function readableBy(tokenizer: Tokenizer, maxTokens: number): (text: string) => string {
  const limit = Math.max(READ_WHOLE, maxTokens * charactersPerToken(tokenizer));
  const folds = foldsSpace(tokenizer);
  return (text) => (text.length <= limit ? text : (folds ? text.replace(/\s+/gu, " ") : text).slice(0, limit));
}

/** Special tokens that stand behind a text. */
function countClosing(tokenizer: Tokenizer): number {
  const text = "text";
  const { tokens } = tokenizer.post_processor?.post_process([text]) ?? { tokens: [text] };
  return tokens.length - 1 - tokens.indexOf(text);
}

function padIdOf(tokenizer: Tokenizer, { padding, file }: TokenizerSetup): number {
  const id = typeof padding === "number" ? padding : tokenizer.token_to_id(padding);
  if (id === undefined) throw new AppError("model_unavailable", `The encoder cannot be used: ${file} has no token ${padding}. Get the model again.`, { field: "tokenizer.json" });
  return id;
}

function describePieces(tokenizer: Tokenizer): Pick<TextTokenizer, "pieceOf" | "vocabularySize" | "specialIds" | "unknownId"> {
  const { unk_token_id: unknown } = tokenizer.model as { unk_token_id?: number };
  const special = [...tokenizer.get_added_tokens_decoder()].filter(([id, token]) => token.special && id !== unknown).map(([id]) => id);
  return { pieceOf: (id) => tokenizer.id_to_token(id) ?? "", vocabularySize: tokenizer.get_vocab(true).size, specialIds: new Set(special), unknownId: unknown ?? null };
}

/** @throws AppError `model_unavailable` where the file is no tokenizer, or has no padding token */
export async function loadTokenizer(setup: TokenizerSetup): Promise<TextTokenizer> {
  const tokenizer = await openTokenizer(setup);
  const { maxTokens, japanese, lowercase } = setup;
  const closing = setup.cut === "at end" ? 0 : countClosing(tokenizer);
  const readable = readableBy(tokenizer, maxTokens);
  const split = japanese ? await splitJapanese(japanese) : null;

  const prepare = (text: string): string => {
    const read = lowercase ? readable(text).toLowerCase() : readable(text);
    return split ? split(read) : read;
  };
  const fit = (ids: number[]): number[] => (ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - closing), ...ids.slice(ids.length - closing)]);
  return { padId: padIdOf(tokenizer, setup), encode: (text) => fit(tokenizer.encode(prepare(text)).ids), ...describePieces(tokenizer) };
}
