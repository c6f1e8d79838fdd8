import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Regular paths below the folder alone: hub.json is a file like any other, and may have been changed. */
const relativePath = z.string().regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/);

const hubRecord = z.object({
  id: z.string(),
  commit: z.string(),
  endpoint: z.string(),
  /** Whether the files for a graphics card were asked for too. */
  gpu: z.boolean(),
  files: z.record(relativePath, z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** hub.json: where a model's folder came from and what belongs into it. Written last, so a folder that has it was complete. */
export type HubRecord = z.infer<typeof hubRecord>;

const recordFile = (folder: string) => path.join(folder, "hub.json");

/** @returns null where the model was never fetched to its end, or the record is damaged */
export async function readHubRecord(folder: string): Promise<HubRecord | null> {
  const text = await fs.readFile(recordFile(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  try {
    return text === null ? null : hubRecord.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export async function writeHubRecord(folder: string, record: HubRecord): Promise<void> {
  const draft = `${recordFile(folder)}.new`;
  await fs.writeFile(draft, `${JSON.stringify(record, null, 2)}\n`, { flush: true });
  await fs.rename(draft, recordFile(folder));
}
