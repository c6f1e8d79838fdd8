import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { listModels as listRows } from "@/lib/database/models";
import { describeReference } from "@/lib/embedding/model/model-reference";
import type { ModelSettings } from "@/lib/embedding/model/model-settings";
import { BUNDLED } from "@/lib/embedding/model-store";
import { readSavedModel } from "./saved-model";

/** A model that can be named for a re-index. */
export interface KnownModel {
  /** Null for one that has not embedded anything here. */
  sha256: string | null;
  /** As EncoderWish takes it. */
  reference: string;
  name: string;
  bundled: boolean;
  settings: ModelSettings;
  /** Length of its vectors in full; null where it was not opened yet. */
  dimensions: number | null;
  /** The encoder of the active generation. */
  active: boolean;
}

/** The models that vectors are kept of, and the bundled one; the latest first, after the active one. */
export async function listModels(db: Database): Promise<KnownModel[]> {
  const [rows, active] = await Promise.all([listRows(db), findActiveGeneration(db)]);
  const known = rows.reverse().map((row): KnownModel => {
    const { reference, settings } = readSavedModel(row);
    return { sha256: row.sha256, reference: describeReference(reference), name: row.name, bundled: reference.kind === "bundled", settings, dimensions: row.dimensions, active: row.sha256 === active?.modelSha256 };
  });
  const bundled: KnownModel = { sha256: null, reference: BUNDLED, name: BUNDLED, bundled: true, settings: {}, dimensions: null, active: false };
  const all = known.some(({ reference }) => reference === BUNDLED) ? known : [...known, bundled];
  return [...all.filter((model) => model.active), ...all.filter((model) => !model.active)];
}
