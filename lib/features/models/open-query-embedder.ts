import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { findModel } from "@/lib/database/models";
import type { Embedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { describeReference } from "@/lib/embedding/model/model-reference";
import { openModel } from "@/lib/embedding/model/open-model";
import { readSavedModel } from "./saved-model";

interface Wanted {
  /** Generation whose vectors the queries meet. */
  id: string;
  modelSha256: string;
  modelName: string;
}

function anotherModel({ id, modelName }: Wanted, where: string): AppError {
  return new AppError("model_unavailable", `The index ${id} was made by another version of the encoder (${modelName}) than ${where}. Run an ingest again: it embeds the captions anew.`);
}

/**
 * The embedder of queries to a generation: just the model that made its vectors, on the CPU, where a query takes milliseconds.
 * @throws AppError `model_unavailable` where that model is not there any more, with the mend
 */
export async function openQueryEmbedder(db: Database, generation: Wanted, folders: { dataDir: string; modelsDir: string }): Promise<Embedder> {
  const row = await findModel(db, generation.modelSha256);
  if (!row) throw anotherModel(generation, "any that the database knows");
  const { reference, settings } = readSavedModel(row);
  const model = await openModel(reference, settings, folders);
  if (model.identity.sha256 !== generation.modelSha256) throw anotherModel(generation, `the one that is now found as ${describeReference(reference)}`);
  return createLocalEmbedder({ model, onNotice: (message) => logger().warn(message) });
}
