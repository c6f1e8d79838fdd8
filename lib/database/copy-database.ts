import { connect, databaseFile, type Database } from "./client";

const CUT_OFF = "The backup was made before it ended. Start it again if it is still wanted.";

/** What has a meaning on its own machine or for a moment only. Each runs on the same connection, so that deleted rows are overwritten. */
const WIPE = [
  `PRAGMA secure_delete = ON`,
  `DELETE FROM "Session"`,
  `DELETE FROM "SignInDelay"`,
  `DELETE FROM "Setting" WHERE "key" = 'signing-key'`,
  `DELETE FROM "Worker"`,
  `DELETE FROM "StagedCaption"`,
  `DELETE FROM "StagedImage"`,
  `DELETE FROM "Upload" WHERE "state" <> 'ingested'`,
];

/**
 * Writes the database as it is at this moment to `folder`, which must hold none, while others read and write. Wiped from the copy are
 * sessions and the key that signs their cookies, counts of failed sign-ins, workers, half-read caption files, and uploads that became no
 * job; jobs that had not ended are cancelled.
 */
export async function copyDatabase(db: Database, folder: string): Promise<void> {
  await db.$executeRaw`VACUUM INTO ${databaseFile(folder)}`;
  const copy = connect(folder);
  try {
    for (const statement of WIPE) await copy.$queryRawUnsafe(statement);
    await copy.job.updateMany({
      where: { state: { in: ["queued", "running"] } },
      data: { state: "cancelled", error: CUT_OFF, errorCode: "cancelled", finishedAt: new Date(), worker: null, holds: null, wants: null },
    });
  } finally {
    await copy.$disconnect();
  }
}

/**
 * Takes all generations but these out of use. Where the active one is not among them, the last one that was active before takes its place.
 * @returns the active generation's id, null where none is left
 */
export async function keepGenerations(db: Database, ids: readonly string[]): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await tx.generation.updateMany({ where: { id: { notIn: [...ids] } }, data: { state: "retired" } });
    const usable = await tx.generation.findMany({ where: { state: { in: ["active", "ready"] } }, orderBy: { activatedAt: "desc" }, select: { id: true, state: true } });
    const active = usable.find(({ state }) => state === "active") ?? usable[0];
    if (active?.state === "ready") await tx.generation.update({ where: { id: active.id }, data: { state: "active" } });
    return active?.id ?? null;
  });
}
