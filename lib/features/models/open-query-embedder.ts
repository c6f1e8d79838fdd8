import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import type { PieceEmbedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { type GenerationModel, openGenerationModel } from "./open-generation-model";

/**
 * The embedder of queries to a generation: just the model that made its vectors, on the CPU, where a query takes milliseconds.
 * @throws AppError `model_unavailable` where that model is not there any more, with the mend
 */
export async function openQueryEmbedder(db: Database, generation: GenerationModel, folders: { dataDir: string; modelsDir: string }): Promise<PieceEmbedder> {
  const model = await openGenerationModel(db, generation, folders);
  return createLocalEmbedder({ model, onNotice: (message) => logger().warn(message) });
}
