import { cutRows, row as rowOf } from "@/lib/core/vector";
import { readCaptions } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { openGenerationModel } from "@/lib/features/models/open-generation-model";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { AskRows } from "./calibrate-pair";

interface OpenedQueries {
  ask: AskRows;
  close: () => Promise<void>;
}

/** The vectors of captions themselves, row-major. */
export function copyRows({ vectors, manifest }: Pick<LoadedGeneration, "vectors" | "manifest">, rows: readonly number[]): Float32Array {
  const { dimensions } = manifest.model;
  const copies = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => copies.set(rowOf(vectors, row, dimensions), i * dimensions));
  return copies;
}

async function readTexts(db: Database, { labels }: LoadedGeneration, rows: readonly number[]): Promise<string[]> {
  const ids = rows.map((row) => labels.captionIds[row]!);
  const captions = await readCaptions(db, ids);
  return ids.map((id) => captions.get(id)?.text ?? "");
}

/**
 * Captions as queries: by their own vectors, or by ones computed anew where the model embeds queries in another way than captions.
 * @throws AppError `model_unavailable`
 */
export async function openQueries(db: Database, generation: LoadedGeneration, folders: { dataDir: string; modelsDir: string }): Promise<OpenedQueries> {
  const { id, model: made } = generation.manifest;
  const model = await openGenerationModel(db, { id, modelSha256: made.sha256, modelName: made.name }, folders);
  const embedder = model.prefix.query === model.prefix.document ? null : await createLocalEmbedder({ model });
  const ask: AskRows = async (rows) => {
    const texts = await readTexts(db, generation, rows);
    const vectors = embedder ? cutRows(await embedder.embed(texts, { kind: "query" }), embedder.model.dimensions, made.dimensions) : copyRows(generation, rows);
    return { vectors, lengths: texts.map((text) => text.length) };
  };
  return { ask, close: async () => embedder?.close() };
}
