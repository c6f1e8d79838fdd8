import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { openCaptionFiles } from "../ingestion/readers/open-caption-files";

const chunkSize = 1024;

interface CaptionVectors {
  /** n × dimensions, row-major, in the order of the file. */
  vectors: Float32Array;
  dimensions: number;
}

interface LoadOptions {
  modelsDir: string;
  /** Keeps the vectors, named by file and model; a run cut short goes on where it stopped. */
  cacheDir: string;
  onProgress: (done: number) => void;
}

/** The vectors of all captions of a file, embedded once and then read from the cache. */
export async function loadCaptionVectors(file: string, { modelsDir, cacheDir, onProgress }: LoadOptions): Promise<CaptionVectors> {
  const embedder = await createLocalEmbedder({ model: await loadBundledModel(modelsDir) });
  const { dimensions, sha256 } = embedder.model;
  await fs.mkdir(cacheDir, { recursive: true });
  const cache = path.join(cacheDir, `${path.parse(file).name}.${sha256.slice(0, 12)}.f32`);
  try {
    const vectors = await readVectors(cache).catch(() => null);
    if (vectors) return { vectors, dimensions };
    const partial = `${cache}.partial`;
    // Whole rows only: the last may be torn where a run was killed.
    const rows = Math.floor((await fs.stat(partial).catch(() => ({ size: 0 }))).size / (4 * dimensions));
    const handle = await fs.open(partial, "a");
    try {
      await handle.truncate(rows * 4 * dimensions);
      let done = rows;
      for await (const { items, vectors: fresh } of embedder.embedStream(readTexts(file, rows), (text) => text)) {
        await handle.appendFile(new Uint8Array(fresh.buffer, fresh.byteOffset, fresh.byteLength));
        onProgress((done += items.length));
      }
    } finally {
      await handle.close();
    }
    await fs.rename(partial, cache);
    return { vectors: await readVectors(cache), dimensions };
  } finally {
    await embedder.close();
  }
}

async function* readTexts(file: string, skip: number): AsyncGenerator<string[]> {
  let chunk: string[] = [];
  let seen = 0;
  for await (const { chunks } of openCaptionFiles(file)) {
    for await (const { captions } of chunks) {
      for (const { text } of captions) {
        if (seen++ < skip) continue;
        chunk.push(text);
        if (chunk.length < chunkSize) continue;
        yield chunk;
        chunk = [];
      }
    }
  }
  if (chunk.length > 0) yield chunk;
  if (seen === 0) throw new AppError("bad_input", `${file} holds no captions.`);
}

/** A file of float32, little-endian. */
export async function readVectors(file: string): Promise<Float32Array> {
  const { buffer, byteOffset, byteLength } = await fs.readFile(file);
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}
