import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { readSetting, saveSetting } from "@/lib/database/settings";
import type { IndexSettings } from "./reindex-types";

const KEY = "index";
const share = z.number().min(0, "give a share from 0 to 1").max(1, "give a share from 0 to 1");

/** What is not set is as by default. */
export const indexSettingsSchema = z.object({
  recallTarget: share.default(0.95),
  margin: share.default(0.02),
  keep: z.number().int("give a whole number").min(1, "the active generation is always kept: give 1 or more").max(50, "give 50 or less").default(3),
}) satisfies z.ZodType<IndexSettings>;

/** What an admin has set for all re-indexes, or the defaults. */
export async function readIndexSettings(db: Database): Promise<IndexSettings> {
  const saved = await readSetting(db, KEY);
  return indexSettingsSchema.parse(saved === null ? {} : JSON.parse(saved));
}

/** @throws AppError `invalid_parameter` naming the setting */
export async function saveIndexSettings(db: Database, settings: IndexSettings): Promise<IndexSettings> {
  const checked = indexSettingsSchema.safeParse(settings);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = String(issue?.path[0] ?? "settings");
    throw new AppError("invalid_parameter", `The setting ${field} cannot be used: ${issue?.message ?? "invalid"}.`, { field });
  }
  await saveSetting(db, KEY, JSON.stringify(checked.data));
  return checked.data;
}
