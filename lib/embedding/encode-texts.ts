import { setImmediate } from "node:timers/promises";
import type { TextTokenizer } from "./tokenizer";

/** Texts tokenized in one go: some milliseconds of work. */
const SLICE = 64;

/** The ids of each text, giving way to whatever else waits (requests, the next batch) after every slice. */
export async function encodeTexts(tokenizer: TextTokenizer, texts: readonly string[], signal?: AbortSignal): Promise<(readonly number[])[]> {
  const ids: (readonly number[])[] = [];
  for (let start = 0; start < texts.length; start += SLICE) {
    if (start > 0) await setImmediate();
    signal?.throwIfAborted();
    for (const text of texts.slice(start, start + SLICE)) ids.push(tokenizer.encode(text));
  }
  return ids;
}
