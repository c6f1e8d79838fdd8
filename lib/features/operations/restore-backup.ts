import fs from "node:fs/promises";
import path from "node:path";
import { claimFile } from "@/lib/core/download/claim-file";
import { readEnv } from "@/lib/core/env";
import { AppError, toAppError } from "@/lib/core/errors";
import { flushFolder } from "@/lib/core/flush-file";
import { connect, databaseFile } from "@/lib/database/client";
import { unknownMigrations } from "@/lib/database/migrate";
import { isOpenElsewhere } from "@/lib/database/open-elsewhere";
import type { BackupManifest } from "./backup-manifest";
import { unpackBackup } from "./unpack-backup";

interface RestoreOptions {
  dataDir?: string;
  /** Moves a data folder that is not empty aside. */
  force?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: { stage: "unpack and check"; done: number; total: number; unit: "bytes" }) => void;
}

export interface RestoreSummary extends Pick<BackupManifest, "createdAt" | "kotomap" | "generations" | "active" | "models" | "leftOut"> {
  dataDir: string;
  /** Where the folder that was there before is now; null where there was none. */
  movedTo: string | null;
  captions: number;
  seconds: number;
}

async function entriesOf(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** @throws AppError `conflict` where the folder is in use, is not empty, or cannot be moved */
async function checkTarget(dataDir: string, force: boolean): Promise<void> {
  const held = await entriesOf(dataDir);
  if (held.includes(path.basename(databaseFile(dataDir))) && (await isOpenElsewhere(dataDir))) {
    throw new AppError("conflict", `The data folder ${dataDir} is in use. Stop the server, its worker and every other command, then run this again.`, { field: "KOTOMAP_DATA_DIR" });
  }
  if (held.length > 0 && !force) {
    throw new AppError("conflict", `The data folder ${dataDir} is not empty. With --force it is moved aside (to a folder beside it), or set KOTOMAP_DATA_DIR to another folder.`, { field: "KOTOMAP_DATA_DIR" });
  }
  const [own, parent] = await Promise.all([fs.stat(dataDir).catch(() => null), fs.stat(path.dirname(dataDir)).catch(() => null)]);
  if (own && parent && own.dev !== parent.dev) {
    throw new AppError("conflict", `The data folder ${dataDir} is a disk of its own and cannot be exchanged as a whole. Set KOTOMAP_DATA_DIR to a folder on it, such as ${path.join(dataDir, "data")}.`, { field: "KOTOMAP_DATA_DIR" });
  }
}

/** @throws AppError where the database is damaged or newer than this program */
async function checkDatabase(folder: string): Promise<number> {
  const unknown = await unknownMigrations(folder);
  if (unknown.length > 0) throw new AppError("conflict", `The backup is of a newer Kotomap (its database has ${unknown.join(", ")}). Update Kotomap first, then restore.`);
  const db = connect(folder);
  try {
    const [{ quick_check: found } = { quick_check: "no answer" }] = await db.$queryRaw<{ quick_check: string }[]>`PRAGMA quick_check(1)`;
    if (found !== "ok") throw new AppError("bad_input", `The database in the backup is damaged (${found}). Nothing was changed; take another backup.`, { field: "kotomap.db" });
    return await db.caption.count();
  } finally {
    await db.$disconnect();
  }
}

/** @returns where the old folder is now */
async function exchange(dataDir: string, restored: string): Promise<string | null> {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const movedTo = (await entriesOf(dataDir)).length > 0 ? `${dataDir}.before-${stamp}` : null;
  if (movedTo) await fs.rename(dataDir, movedTo);
  else await fs.rm(dataDir, { recursive: true, force: true });
  try {
    await fs.rename(restored, dataDir);
  } catch (error) {
    if (movedTo) await fs.rename(movedTo, dataDir);
    throw error;
  }
  await flushFolder(path.dirname(dataDir));
  return movedTo;
}

/**
 * Puts what a backup holds in the place of the data folder. Everything is unpacked beside it and checked before anything changes.
 * @throws AppError `conflict` where the folder is in use or not empty, `bad_input` naming what is damaged, `disk_full`, `cancelled`
 */
export async function restoreBackup(file: string, options: RestoreOptions = {}): Promise<RestoreSummary> {
  const { force = false, signal = new AbortController().signal, onProgress = () => undefined } = options;
  const start = performance.now();
  const found = await fs.stat(file).catch(() => null);
  if (!found?.isFile()) throw new AppError("bad_input", `There is no file ${file}. Check the path.`, { field: "file" });
  const given = path.resolve(options.dataDir ?? readEnv().dataDir);
  // Where it is a link, what it leads to is exchanged.
  const dataDir = await fs.realpath(given).catch(() => given);
  await checkTarget(dataDir, force);
  const release = await claimFile(dataDir, "restored");
  const partial = `${dataDir}.restoring`;
  try {
    await fs.rm(partial, { recursive: true, force: true });
    await fs.mkdir(partial, { recursive: true });
    const { createdAt, kotomap, generations, active, models, leftOut } = await unpackBackup(file, partial, {
      signal,
      onRead: (done) => onProgress({ stage: "unpack and check", done, total: found.size, unit: "bytes" }),
    });
    const captions = await checkDatabase(partial);
    signal.throwIfAborted();
    // Again: what was idle before may have been started meanwhile.
    await checkTarget(dataDir, force);
    const movedTo = await exchange(dataDir, partial);
    return { dataDir, movedTo, createdAt, kotomap, generations, active, models, leftOut, captions, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    if (signal.aborted) throw new AppError("cancelled", "Stopped. Nothing was changed.", { cause: error });
    throw asRestoreError(error, path.dirname(dataDir));
  } finally {
    await fs.rm(partial, { recursive: true, force: true });
    await release();
  }
}

function asRestoreError(error: unknown, folder: string): AppError {
  const known = toAppError(error);
  if (known.code !== "disk_full") return known;
  return new AppError("disk_full", `There is no room in ${folder} to unpack the backup beside the data folder. Free some space, or set KOTOMAP_DATA_DIR to a folder on another disk. Nothing was changed.`, { cause: error });
}
