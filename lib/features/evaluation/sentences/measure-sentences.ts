import path from "node:path";
import { cutRows, dot, row } from "@/lib/core/vector";
import type { Embedder } from "@/lib/embedding/embedder";
import { measureParallel, type ParallelFigures } from "./measure-parallel";
import { measureSimilarity, type SimilarityFigures } from "./measure-similarity";
import { readParallelFile, type SentencePair } from "./read-parallel-file";
import { readSimilarityFile, type SimilaritySet } from "./read-similarity-file";

/** Texts embedded between two reports. */
const CHUNK = 1024;

interface ParallelSet {
  name: string;
  pairs: SentencePair[];
}

export interface SentenceFiles {
  similarity: SimilaritySet[];
  parallel: ParallelSet[];
  /** Every sentence once. */
  texts: string[];
}

/** Reads all files, so that a bad one is told before anything is embedded. @throws AppError `bad_input` naming file and line */
export async function readSentenceFiles({ sts, parallel, last }: { sts: readonly string[]; parallel: readonly string[]; last: number }): Promise<SentenceFiles> {
  const rated = await Promise.all(sts.map(async (file) => ({ file, ...(await readSimilarityFile(file)) })));
  const read = await Promise.all(parallel.map(async (file): Promise<ParallelSet> => ({ name: `${path.basename(file)}, last ${last}`, pairs: await readParallelFile(file, last) })));
  const sets = {
    similarity: rated.flatMap((one) => one.sets),
    parallel: [...read, ...rated.flatMap(({ file, parallel: pairs }) => (pairs ? [{ name: path.basename(file), pairs }] : []))],
  };
  const texts = [...sets.similarity.flatMap(({ pairs }) => pairs.flatMap(({ first, second }) => [first, second])), ...sets.parallel.flatMap(({ pairs }) => pairs.flatMap(({ english, japanese }) => [english, japanese]))];
  return { ...sets, texts: [...new Set(texts)] };
}

interface MeasureOptions {
  embedder: Embedder;
  /** Length that vectors are cut to. */
  dimensions: number;
  seed: number;
  signal: AbortSignal;
  /** Called with how many texts are embedded. */
  onEmbedded: (done: number) => void;
}

async function* chunksOf(texts: readonly string[]): AsyncGenerator<string[]> {
  for (let at = 0; at < texts.length; at += CHUNK) yield await Promise.resolve(texts.slice(at, at + CHUNK));
}

/** The vector of each text, cut. */
async function embedAll(texts: readonly string[], { embedder, dimensions, signal, onEmbedded }: MeasureOptions): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for await (const { items, vectors: chunk } of embedder.embedStream(chunksOf(texts), (text) => text, { signal })) {
    const cut = cutRows(chunk, embedder.model.dimensions, dimensions);
    items.forEach((text, i) => vectors.set(text, row(cut, i, dimensions)));
    onEmbedded(vectors.size);
  }
  return vectors;
}

/** How closely cosines follow people's scores, and how often translations are nearest. Both sentences of a pair are embedded as captions are. */
export async function measureSentences(files: SentenceFiles, options: MeasureOptions): Promise<{ similarity: SimilarityFigures[]; parallel: ParallelFigures[] }> {
  const { dimensions, seed } = options;
  const vectors = await embedAll(files.texts, options);
  const stack = (texts: readonly string[]) => {
    const rows = new Float32Array(texts.length * dimensions);
    texts.forEach((text, i) => rows.set(vectors.get(text)!, i * dimensions));
    return rows;
  };
  return {
    similarity: files.similarity.map(({ name, pairs }) => measureSimilarity(name, pairs.map(({ score }) => score), pairs.map(({ first, second }) => dot(vectors.get(first)!, vectors.get(second)!)), seed)),
    parallel: files.parallel.map(({ name, pairs }) => measureParallel(name, stack(pairs.map(({ english }) => english)), stack(pairs.map(({ japanese }) => japanese)), dimensions, seed)),
  };
}
