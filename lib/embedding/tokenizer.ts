import fs from "node:fs/promises";
import { Tokenizer } from "@huggingface/tokenizers";
import { AppError } from "@/lib/core/errors";

/** Characters read for each token kept: twice the longest piece of the vocabulary. */
const CHARACTERS_PER_TOKEN = 32;

/** Text → token ids. */
export interface TextTokenizer {
  /** Fills the shorter rows of a batch. */
  readonly padId: number;
  /** Ids with the special tokens around them, 2 … maxTokens of them; a text too long loses its end, the closing token too. */
  encode(text: string): readonly number[];
}

/**
 * The part of a text that can reach the first maxTokens tokens, so that a huge text costs no more than a long one.
 * Runs of white space count once, as they do for the tokenizer.
 */
function readable(text: string, maxTokens: number): string {
  const limit = maxTokens * CHARACTERS_PER_TOKEN;
  return text.length <= limit ? text : text.replace(/\s+/gu, " ").slice(0, limit);
}

/**
 * @param file tokenizer.json
 * @throws AppError `model_unavailable` where it has no padding token
 */
export async function loadTokenizer(file: string, maxTokens: number): Promise<TextTokenizer> {
  const tokenizer = new Tokenizer(JSON.parse(await fs.readFile(file, "utf8")) as object, {});
  const padId = tokenizer.token_to_id("<pad>");
  if (padId === undefined) throw new AppError("model_unavailable", `The encoder cannot be used: ${file} has no token <pad>. Get the model again.`, { field: "tokenizer.json" });
  return {
    padId,
    encode: (text) => tokenizer.encode(readable(text, maxTokens)).ids.slice(0, maxTokens),
  };
}
