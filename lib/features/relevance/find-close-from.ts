import { setImmediate as nextTurn } from "node:timers/promises";
import { drawSome } from "@/lib/core/draw-some";
import { row as rowOf } from "@/lib/core/vector";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { AskRows } from "./calibrate-pair";

/** Captions asked in each language: as many in each, so that a query in the rarer one is not measured by the other. */
const QUERIES = 300;
/** With fewer answers, the share below cannot be told. */
const LEAST = 60;
/** Captions looked through for one of another image. */
const DEPTH = 64;
/** Share of captions that have no other image's so near. */
const FAR = 0.05;

/**
 * How near the nearest caption of another image is to 95 of 100 captions. Short queries lie further from all captions than sentences do, and still nearer than this where the index has what they
 * ask for: of 21 such queries to 165 000 captions (犬, 公園, fire hydrant, a man riding a wave …) all but one, and of 15 queries about law, software or mathematics none.
 * @param languages positions in the manifest's list   @returns null where too few captions have a stranger
 */
export async function findCloseFrom(generation: LoadedGeneration, languages: readonly number[], { random, ask, signal }: { random: () => number; ask: AskRows; signal: AbortSignal }): Promise<number | null> {
  const { labels, index, manifest } = generation;
  const queries = languages.flatMap((language) => drawSome(Array.from(labels.languages.keys()).filter((row) => labels.languages[row] === language), QUERIES, random));
  const { vectors } = await ask(queries);
  const nearest: number[] = [];
  for (const [i, self] of queries.entries()) {
    const { rows, scores } = index.search(rowOf(vectors, i, manifest.model.dimensions), DEPTH, Math.max(DEPTH, manifest.hnsw.ef));
    const stranger = rows.findIndex((row) => labels.imageIds[row] !== labels.imageIds[self]);
    if (stranger >= 0) nearest.push(scores[stranger]!);
    await nextTurn();
    signal.throwIfAborted();
  }
  return nearest.length < LEAST ? null : nearest.sort((a, b) => a - b)[Math.floor(FAR * nearest.length)]!;
}
