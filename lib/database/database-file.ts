import { stat } from "node:fs/promises";
import { processSingleton } from "@/lib/core/process-singleton";
import { databaseFile } from "./client";

const numberOf = async (dataDir: string) => (await stat(/* turbopackIgnore: true */ databaseFile(dataDir)).catch(() => null))?.ino ?? null;

/** Which file this process has opened: told by its number on the disk. */
const opened = (dataDir: string) => processSingleton(`database file ${dataDir}`, () => ({ inode: null as number | null }));

/** To be called when the database is opened. */
export async function rememberDatabaseFile(dataDir: string): Promise<void> {
  opened(dataDir).inode ??= await numberOf(dataDir);
}

/** Whether another file lies in the place of the one that this process has open and goes on to write. */
export async function isDatabaseExchanged(dataDir: string): Promise<boolean> {
  const { inode } = opened(dataDir);
  const now = await numberOf(dataDir);
  return inode !== null && now !== null && inode !== now;
}
