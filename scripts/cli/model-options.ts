import { Option, type Command } from "commander";
import type { EncoderWish } from "@/lib/features/models/encoder-wish";
import { parseCount } from "./parse-count";

/** What a command takes to know an encoder. */
export interface ModelOptions {
  model?: string;
  pooling?: "mean" | "cls";
  queryPrefix?: string;
  documentPrefix?: string;
  maxTokens?: number;
  workers?: number;
}

export function addModelOptions(program: Command): Command {
  return program
    .option("--model <model>", "encoder: a bundled one's name, a folder, or owner/name of the Hugging Face hub (default: that of the index)")
    .addOption(new Option("--pooling <kind>", "how the vectors of tokens become one (default: as the model's configuration says)").choices(["mean", "cls"]))
    .option("--query-prefix <text>", 'what the model wants before queries, such as "query: "')
    .option("--document-prefix <text>", 'what it wants before captions, such as "passage: "')
    .option("--max-tokens <n>", "cut longer texts to this many tokens", parseCount)
    .option("--workers <n>", "encoder sessions side by side (default: found by measuring)", parseCount);
}

/** Only what was said: the rest comes from the model's own configuration. */
export function toEncoderWish({ model, workers, pooling, queryPrefix, documentPrefix, maxTokens }: ModelOptions): EncoderWish {
  const said = Object.entries({ pooling, queryPrefix, documentPrefix, maxTokens }).filter(([, value]) => value !== undefined);
  return { model, workers, settings: Object.fromEntries(said) };
}
