import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findModel } from "@/lib/database/models";
import { describeReference } from "@/lib/embedding/model/model-reference";
import { openModel } from "@/lib/embedding/model/open-model";
import type { StoredModel } from "@/lib/embedding/stored-model";
import { readSavedModel } from "./saved-model";

/** A generation by its model. */
export interface GenerationModel {
  /** Generation whose vectors the model made. */
  id: string;
  modelSha256: string;
  modelName: string;
}

function anotherModel({ id, modelName }: GenerationModel, where: string): AppError {
  return new AppError("model_unavailable", `The index ${id} was made by another version of the encoder (${modelName}) than ${where}. Run an ingest again: it embeds the captions anew.`);
}

/**
 * Just the model that made a generation's vectors.
 * @throws AppError `model_unavailable` where it is not there any more, with the mend
 */
export async function openGenerationModel(db: Database, generation: GenerationModel, folders: { dataDir: string; modelsDir: string }): Promise<StoredModel> {
  const row = await findModel(db, generation.modelSha256);
  if (!row) throw anotherModel(generation, "any that the database knows");
  const { reference, settings } = readSavedModel(row);
  const model = await openModel(reference, settings, folders);
  if (model.identity.sha256 !== generation.modelSha256) throw anotherModel(generation, `the one that is now found as ${describeReference(reference)}`);
  return model;
}
