import type { Tokenizer } from "@huggingface/tokenizers";
import { AppError } from "@/lib/core/errors";
import { openTokenizer } from "./open-tokenizer";
import type { Piece } from "./piece";
import { pieceReader } from "./piece-bytes";
import { type PieceBytes, placePieces } from "./place-pieces";
import { splitJapanese } from "./split-japanese";
import type { TokenizerSetup } from "./tokenizer-setup";

/** Text → token ids. */
export interface TextTokenizer {
  /** Fills the shorter rows of a batch. */
  readonly padId: number;
  /** Ids with the special tokens around them, at most maxTokens of them; a text too long loses its end. */
  encode(text: string): readonly number[];
  /**
   * The pieces of the same ids, with their places in the text.
   * @param prefix stands before the text and is encoded with it; its pieces stand for nothing of the text: their places are empty, at its beginning
   */
  readPieces(text: string, prefix?: string): Piece[];
  /** The vocabulary's piece of an id, as it stands there: "▁dog", "##ing"; empty for an id that is not in it. */
  pieceOf(id: number): string;
  /** How it chooses among its pieces, as tokenizer.json names it: "Unigram", "BPE", "WordPiece", … */
  readonly kind: string;
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

function describePieces(tokenizer: Tokenizer): Pick<TextTokenizer, "pieceOf" | "kind" | "vocabularySize" | "specialIds" | "unknownId"> {
  const { unk_token_id: unknown } = tokenizer.model as { unk_token_id?: number };
  const special = [...tokenizer.get_added_tokens_decoder()].filter(([id, token]) => token.special && id !== unknown).map(([id]) => id);
  const { type: kind = "" } = tokenizer.model?.config as { type?: string };
  return { pieceOf: (id) => tokenizer.id_to_token(id) ?? "", kind, vocabularySize: tokenizer.get_vocab(true).size, specialIds: new Set(special), unknownId: unknown ?? null };
}

/** A character as the setup has it read before the tokenizer's own normalisation. */
function readCharacter({ lowercase, japanese }: TokenizerSetup, character: string): string {
  const normal = japanese?.normalise ? character.normalize("NFKC") : character;
  return lowercase || japanese?.lowercase ? normal.toLowerCase() : normal;
}

/** Ids → pieces with their places in the text that they are of. */
function pieceMaker(tokenizer: Tokenizer, { specialIds, unknownId, pieceOf }: Pick<TextTokenizer, "specialIds" | "unknownId" | "pieceOf">, readCharacter: (character: string) => string) {
  const bytesOf = pieceReader(tokenizer);
  const kindOf = (id: number): Piece["kind"] => (id === unknownId ? "unknown" : specialIds.has(id) ? "special" : "word");
  const standsFor = (id: number): PieceBytes => (id === unknownId ? null : specialIds.has(id) ? Buffer.alloc(0) : bytesOf(pieceOf(id)));
  const normalise = (character: string) => tokenizer.normalizer?.normalize(readCharacter(character)) ?? readCharacter(character);
  return (ids: readonly number[], text: string): Piece[] => {
    const places = placePieces(text, ids.map(standsFor), normalise);
    return ids.map((id, i) => ({ id, text: pieceOf(id), kind: kindOf(id), ...places[i]! }));
  };
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
  const fit = <T>(list: T[]): T[] => (list.length <= maxTokens ? list : [...list.slice(0, maxTokens - closing), ...list.slice(list.length - closing)]);
  const vocabulary = describePieces(tokenizer);
  const toPieces = pieceMaker(tokenizer, vocabulary, (character) => readCharacter(setup, character));
  const readPieces = (text: string, prefix = ""): Piece[] => {
    const whole = prefix + text;
    const within = (place: number) => Math.max(0, place - prefix.length);
    // Placed before what is too long is cut off: a piece is found by those behind it, too.
    return fit(toPieces(tokenizer.encode(prepare(whole)).ids, whole)).map((piece) => ({ ...piece, start: within(piece.start), end: within(piece.end) }));
  };
  return { padId: padIdOf(tokenizer, setup), encode: (text) => fit(tokenizer.encode(prepare(text)).ids), readPieces, ...vocabulary };
}
