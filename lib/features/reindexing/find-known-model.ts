import { readEnv } from "@/lib/core/env";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { findModel, listModels } from "@/lib/database/models";
import { describeReference } from "@/lib/embedding/model/model-reference";
import type { ModelSettings } from "@/lib/embedding/model/model-settings";
import { parseModelReference } from "@/lib/embedding/model/parse-reference";
import { BUNDLED } from "@/lib/embedding/model-store";
import type { EncoderWish } from "@/lib/features/models/encoder-wish";
import { readSavedModel, type SavedModel } from "@/lib/features/models/saved-model";

/** A model that is wished for, as far as it is known without opening or fetching it. */
export interface FoundModel {
  name: string;
  /** Null where it has not embedded anything here yet. */
  row: { id: number; sha256: string; dimensions: number } | null;
  reference: SavedModel["reference"];
}

const key = ({ reference, settings }: SavedModel) => JSON.stringify([describeReference(reference), Object.entries(settings).filter(([, value]) => value !== undefined).sort()]);

async function findWanted(db: Database, { model, settings = {} }: EncoderWish): Promise<SavedModel> {
  if (model !== undefined) return { reference: await parseModelReference(model, { modelsDir: readEnv().modelsDir }), settings };
  const active = await findActiveGeneration(db);
  const row = active && (await findModel(db, active.modelSha256));
  const inUse: { reference: SavedModel["reference"]; settings: ModelSettings } = row ? readSavedModel(row) : { reference: { kind: "bundled", id: BUNDLED }, settings: {} };
  return { reference: inUse.reference, settings: { ...inUse.settings, ...settings } };
}

/**
 * The model that chooseModel would open, found by its name and settings alone: nothing is read but the database.
 * @throws AppError `invalid_parameter` for a name that names nothing
 */
export async function findKnownModel(db: Database, wish: EncoderWish): Promise<FoundModel> {
  const wanted = await findWanted(db, wish);
  const row = (await listModels(db)).reverse().find((one) => key(readSavedModel(one)) === key(wanted)) ?? null;
  return { name: row?.name ?? describeReference(wanted.reference), row, reference: wanted.reference };
}
