import { cutRows, row as rowOf } from "@/lib/core/vector";
import { readCaptions } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { openGenerationModel } from "@/lib/features/models/open-generation-model";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { QueryVectors } from "./calibrate-pair";

interface OpenedQueries {
  queryVectors: QueryVectors;
  close: () => Promise<void>;
}

/** The vectors of the captions themselves. */
export function storedVectors({ vectors, manifest }: Pick<LoadedGeneration, "vectors" | "manifest">): QueryVectors {
  const { dimensions } = manifest.model;
  return (rows) => {
    const asked = new Float32Array(rows.length * dimensions);
    rows.forEach((row, i) => asked.set(rowOf(vectors, row, dimensions), i * dimensions));
    return Promise.resolve(asked);
  };
}

/**
 * Vectors of captions as queries: their own, or computed anew where the model embeds queries in another way than captions.
 * @throws AppError `model_unavailable`
 */
export async function openQueryVectors(db: Database, generation: LoadedGeneration, folders: { dataDir: string; modelsDir: string }): Promise<OpenedQueries> {
  const { id, model: made } = generation.manifest;
  const model = await openGenerationModel(db, { id, modelSha256: made.sha256, modelName: made.name }, folders);
  if (model.prefix.query === model.prefix.document) return { queryVectors: storedVectors(generation), close: () => Promise.resolve() };
  const embedder = await createLocalEmbedder({ model });
  const queryVectors: QueryVectors = async (rows) => {
    const ids = rows.map((row) => generation.labels.captionIds[row]!);
    const captions = await readCaptions(db, ids);
    return cutRows(await embedder.embed(ids.map((caption) => captions.get(caption)?.text ?? ""), { kind: "query" }), embedder.model.dimensions, made.dimensions);
  };
  return { queryVectors, close: () => embedder.close() };
}
