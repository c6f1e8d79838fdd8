import { LRUCache } from "lru-cache";
import { metrics } from "@/lib/core/metrics";
import type { EmbedOptions, PieceEmbedder } from "@/lib/embedding/embedder";

/**
 * An encoder that remembers the vectors of the last queries, and computes equal ones that come at once a single time; one that fails is
 * forgotten. They go with the encoder. A vector depends on its text, its kind and its encoder alone: the texts are key enough, and cutting to a
 * generation's dimensions comes after.
 * @param most vectors to remember, 1.5 KB each for 384 dimensions; 0: none
 */
export function rememberQueries(embedder: PieceEmbedder, most: number): PieceEmbedder {
  if (most === 0) return embedder;
  const vectors = new LRUCache<string, Float32Array>({
    max: most,
    // Who asked first must not lose the vector because others pushed it out meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: (text) => {
      metrics().queryVectorsComputed.inc();
      return embedder.embed([text], { kind: "query" });
    },
  });
  const vectorOf = (text: string): Promise<Float32Array> => {
    metrics().queryVectors.inc();
    return vectors.forceFetch(text);
  };
  return {
    get model() {
      return embedder.model;
    },
    get device() {
      return embedder.device;
    },
    // Work that may be stopped is not shared: others would be stopped with it.
    embed: (texts, options) => (isShared(options) ? joinRows(texts, embedder.model.dimensions, vectorOf) : embedder.embed(texts, options)),
    embedStream: (chunks, textOf, options) => embedder.embedStream(chunks, textOf, options),
    embedPieces: (texts, options) => embedder.embedPieces(texts, options),
    close: () => {
      vectors.clear();
      return embedder.close();
    },
  };
}

const isShared = ({ kind, signal }: EmbedOptions = {}) => kind === "query" && !signal;

/** A matrix of its own: callers may write into what they get. */
async function joinRows(texts: readonly string[], dimensions: number, vectorOf: (text: string) => Promise<Float32Array>): Promise<Float32Array> {
  const rows = await Promise.all(texts.map(vectorOf));
  const matrix = new Float32Array(texts.length * dimensions);
  for (const [i, row] of rows.entries()) matrix.set(row, i * dimensions);
  return matrix;
}
