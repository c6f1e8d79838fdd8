import { setImmediate as nextTurn } from "node:timers/promises";
import { row as rowOf } from "@/lib/core/vector";
import type { Embedder } from "@/lib/embedding/embedder";
import { openWordReader } from "@/lib/features/lexicon/words";
import { passingRows } from "@/lib/features/search/caption-filter";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** Searches with vectors of the generation itself, spread over it, and how many neighbours each asks for. */
const SEARCHES = 16;
const NEIGHBOURS = 128;
const TEXT = "A dog plays in the sea. 海で遊ぶ犬";

/** Does beforehand what the first requests of a generation would wait for; other requests get their turn in between. */
export async function warmUp(generation: LoadedGeneration): Promise<void> {
  const { manifest, index, vectors } = generation;
  const step = Math.max(1, Math.floor(manifest.count / SEARCHES));
  for (let row = 0; row < manifest.count; row += step) {
    index.search(rowOf(vectors, row, manifest.model.dimensions), NEIGHBOURS, Math.max(NEIGHBOURS, manifest.hnsw.ef));
    await nextTurn();
  }
  for (const filter of [{}, ...manifest.languages.map((language) => ({ language })), ...manifest.collections.map((collection) => ({ collection }))]) {
    passingRows(generation, filter);
    await nextTurn();
  }
}

/** The first text costs an encoder more than the others, and reading Japanese words takes a dictionary. */
export async function warmUpEmbedder(embedder: Embedder): Promise<void> {
  await openWordReader();
  await embedder.embed([TEXT], { kind: "query" });
}
