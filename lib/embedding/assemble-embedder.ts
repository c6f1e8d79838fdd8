import { row } from "@/lib/core/vector";
import { planBatches } from "./batch-plan";
import type { Embedder, TextKind } from "./embedder";
import { mapAhead } from "./map-ahead";
import type { ResilientEngine } from "./resilient-engine";
import type { StoredModel } from "./stored-model";
import type { TokenRows } from "./token-rows";

/** Token ids of texts, with the id that fills the shorter rows of a batch. */
export interface TokenizedTexts {
  rows: TokenRows;
  padId: number;
}

interface Parts {
  model: StoredModel;
  engine: ResilientEngine;
  tokenize: (texts: readonly string[], signal?: AbortSignal) => Promise<TokenizedTexts>;
  /** Chunks of a stream that are tokenized before they are computed. */
  tokenizedAhead: number;
  close: () => Promise<void>;
}

/** Chunks of a stream that are computed at once: while the last batches of one run, those of the next one follow, and one more while the caller keeps the thread. */
const COMPUTED_AHEAD = 3;

/** An embedder of a tokenizer and an engine. An abort or a failure starts no further batch. */
export function assembleEmbedder({ model, engine, tokenize, tokenizedAhead, close }: Parts): Embedder {
  const { dimensions } = model.identity;
  const prefixed = (texts: readonly string[], kind: TextKind) => (model.prefix[kind] === "" ? texts : texts.map((text) => model.prefix[kind] + text));

  async function compute({ rows: texts, padId }: TokenizedTexts, outer?: AbortSignal): Promise<Float32Array> {
    const failed = new AbortController();
    const signal = outer ? AbortSignal.any([outer, failed.signal]) : failed.signal;
    const vectors = new Float32Array(texts.length * dimensions);
    const batches = planBatches(texts.map(({ length }) => length), engine.batchTokens);
    const runs = batches.map(async (batch) => {
      const rows = await engine.run(batch.map((index) => texts[index] ?? []), padId, signal);
      batch.forEach((index, r) => vectors.set(row(rows, r, dimensions), index * dimensions));
    });
    try {
      await Promise.all(runs);
      return vectors;
    } catch (error) {
      failed.abort();
      await Promise.allSettled(runs);
      throw outer?.aborted ? outer.reason : error;
    }
  }

  return {
    model: model.identity,
    get device() {
      return engine.device;
    },
    embed: async (texts, { kind = "document", signal } = {}) => {
      signal?.throwIfAborted();
      return compute(await tokenize(prefixed(texts, kind), signal), signal);
    },
    embedStream: (chunks, textOf, { signal } = {}) => {
      const tokenized = mapAhead(chunks, tokenizedAhead, async (items, stopped) => ({ items, texts: await tokenize(prefixed(items.map(textOf), "document"), stopped) }), signal);
      return mapAhead(tokenized, COMPUTED_AHEAD, async ({ items, texts }, stopped) => ({ items, vectors: await compute(texts, stopped) }), signal);
    },
    close,
  };
}
