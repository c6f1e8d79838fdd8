import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import { readEnv } from "@/lib/core/env";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { findModel } from "@/lib/database/models";
import { fetchHubModel } from "@/lib/embedding/hub/fetch-hub-model";
import type { ModelReference } from "@/lib/embedding/model/model-reference";
import type { ModelSettings } from "@/lib/embedding/model/model-settings";
import { openModel } from "@/lib/embedding/model/open-model";
import { parseModelReference } from "@/lib/embedding/model/parse-reference";
import { BUNDLED } from "@/lib/embedding/model-store";
import type { StoredModel } from "@/lib/embedding/stored-model";
import type { EncoderWish } from "./encoder-wish";
import { readSavedModel, type SavedModel } from "./saved-model";

/** A model and how it is found again. */
export interface ChosenModel extends SavedModel {
  stored: StoredModel;
}

interface ChooseOptions {
  dataDir: string;
  modelsDir?: string;
  signal?: AbortSignal;
  onDownload?: (progress: TransferProgress) => void;
}

const bundled: SavedModel = { reference: { kind: "bundled", id: BUNDLED }, settings: {} };

/** The model of the active generation: further captions join the ones that are searched. */
async function findModelInUse(db: Database): Promise<SavedModel> {
  const active = await findActiveGeneration(db);
  const model = active && (await findModel(db, active.modelSha256));
  return model ? readSavedModel(model) : bundled;
}

/** A named model begins without the settings of an earlier one; those that are given join the ones of the model in use. */
async function findWanted(db: Database, { model, settings = {} }: EncoderWish, modelsDir: string): Promise<{ reference: ModelReference; settings: ModelSettings }> {
  if (model !== undefined) return { reference: await parseModelReference(model, { modelsDir }), settings };
  const inUse = await findModelInUse(db);
  return { reference: inUse.reference, settings: { ...inUse.settings, ...settings } };
}

/**
 * The model to embed with, fetched from the hub where it has to be. Its graph for GPUs is spared where only the CPU is wanted.
 * @throws AppError `invalid_parameter`, `model_unavailable`, `download_failed`, each with the mend
 */
export async function chooseModel(db: Database, wish: EncoderWish, { dataDir, modelsDir = readEnv().modelsDir, signal, onDownload }: ChooseOptions): Promise<ChosenModel> {
  const { reference, settings } = await findWanted(db, wish, modelsDir);
  if (reference.kind === "hub") await fetchHubModel(reference.id, { dataDir, revision: reference.revision, gpu: wish.device !== "cpu", signal, onProgress: onDownload });
  return { reference, settings, stored: await openModel(reference, settings, { modelsDir, dataDir }) };
}
