import fs from "node:fs/promises";
import path from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { AppError } from "@/lib/core/errors";
import { describeVocabulary } from "./describe-vocabulary";
import { replaceUnigramSearch } from "./search-unigram";
import type { TokenizerSetup } from "./tokenizer-setup";

/** @throws AppError `model_unavailable` naming the file that is no tokenizer, and the cause */
export async function openTokenizer({ file, japanese }: TokenizerSetup): Promise<Tokenizer> {
  try {
    const text = await fs.readFile(file, "utf8");
    const tokenizer = new Tokenizer(japanese ? describeVocabulary(text, japanese.pieces) : (JSON.parse(text) as object), {});
    replaceUnigramSearch(tokenizer);
    return tokenizer;
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("model_unavailable", `The encoder cannot be used: ${file} does not give a tokenizer (${fault}). Get the model again, or take one with a tokenizer.json that transformers.js reads.`, { field: path.basename(file), cause });
  }
}
