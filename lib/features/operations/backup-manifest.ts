import { z } from "zod";

const member = z.object({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const schema = z.object({
  formatVersion: z.literal(1),
  /** Version of Kotomap that wrote it. */
  kotomap: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  /** Ids, the active one first. */
  generations: z.array(z.string()),
  active: z.string().nullable(),
  /** Folders of models/ that these generations need. */
  models: z.array(z.string()),
  /** What is needed and not in the file, a sentence each. */
  leftOut: z.array(z.string()),
  /** All other members of the archive, in its order. */
  members: z.array(member),
});

/** The last member of a backup: what it holds. */
export type BackupManifest = z.infer<typeof schema>;

export type BackupMember = z.infer<typeof member>;

export const backupManifestName = "kotomap-backup.json";

/** @returns null where the text is not such a manifest */
export function parseBackupManifest(text: string): BackupManifest | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
