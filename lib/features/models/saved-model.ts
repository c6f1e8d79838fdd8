import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { ModelReference } from "@/lib/embedding/model/model-reference";
import type { ModelSettings } from "@/lib/embedding/model/model-settings";

/** How a model is found and read, as the database keeps it. */
export interface SavedModel {
  reference: ModelReference;
  settings: ModelSettings;
}

const reference = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bundled"), id: z.string() }),
  z.object({ kind: z.literal("hub"), id: z.string(), revision: z.string() }),
  z.object({ kind: z.literal("folder"), path: z.string() }),
]);

export const modelSettingsSchema = z.object({
  pooling: z.enum(["mean", "cls"]).optional(),
  queryPrefix: z.string().optional(),
  documentPrefix: z.string().optional(),
  maxTokens: z.number().int().positive().optional(),
});

/** @throws AppError `internal` where the row was written by another version */
export function readSavedModel(row: { name: string; reference: string; settings: string }): SavedModel {
  try {
    return { reference: reference.parse(JSON.parse(row.reference)), settings: modelSettingsSchema.parse(JSON.parse(row.settings)) };
  } catch (cause) {
    throw new AppError("internal", `The database does not say in a way known here where the model ${row.name} is found. Name it again: npm run ingest -- FILE --model …`, { cause });
  }
}
