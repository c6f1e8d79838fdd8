import fs from "node:fs/promises";
import path from "node:path";
import packageJson from "@/package.json";
import { claimFile } from "@/lib/core/download/claim-file";
import { readEnv } from "@/lib/core/env";
import { AppError, toAppError } from "@/lib/core/errors";
import { flushFolder } from "@/lib/core/flush-file";
import { connect, databaseFile, type Database } from "@/lib/database/client";
import { copyDatabase, keepGenerations } from "@/lib/database/copy-database";
import { keepLayouts } from "@/lib/database/layouts";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { ArchiveWriter } from "./archive-writer";
import { type BackupManifest, backupManifestName } from "./backup-manifest";
import { gatherMembers, type GatheredMembers } from "./gather-members";

interface BackupOptions {
  dataDir?: string;
  /** Takes the place of a file of that name. */
  force?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: { stage: "copy the database" | "write"; done: number; total: number | null; unit: "bytes" }) => void;
}

export interface BackupSummary extends Pick<BackupManifest, "createdAt" | "generations" | "active" | "models" | "leftOut"> {
  file: string;
  /** Of the file. */
  bytes: number;
  members: number;
  seconds: number;
}

const isCompressed = (file: string) => /\.(tar\.gz|tgz)$/.test(file);

async function checkTarget(file: string, force: boolean): Promise<void> {
  if (!isCompressed(file) && !file.endsWith(".tar")) throw new AppError("invalid_parameter", `A backup is named .tar.gz, .tgz or .tar: ${file} is not.`, { field: "file" });
  const folder = path.dirname(file);
  if (!(await fs.stat(folder).catch(() => null))?.isDirectory()) throw new AppError("bad_input", `There is no folder ${folder} to write the backup to.`, { field: "file" });
  if (!force && (await fs.stat(file).catch(() => null))) throw new AppError("conflict", `${file} exists already. Choose another name, or replace it with --force.`, { field: "file" });
}

/**
 * Writes database, kept generations and the hub's models that these need into one file, as they are at one moment, while servers and
 * workers go on. The file appears whole or not at all, and needs as much room again as the database while it is written.
 * @throws AppError `not_found` without a database, `conflict` where the file exists, `disk_full`, `cancelled`
 */
export async function backUp(file: string, options: BackupOptions = {}): Promise<BackupSummary> {
  const { dataDir = readEnv().dataDir, force = false, signal = new AbortController().signal, onProgress = () => undefined } = options;
  const target = path.resolve(file);
  await checkTarget(target, force);
  if (!(await fs.stat(databaseFile(dataDir)).catch(() => null))) throw new AppError("not_found", `There is no database in ${dataDir}, so there is nothing to back up. Set KOTOMAP_DATA_DIR to the data folder.`, { field: "KOTOMAP_DATA_DIR" });
  const { db } = await prepareDatabase(dataDir);
  const release = await claimFile(target, "written");
  const partial = `${target}.partial`;
  try {
    await fs.rm(partial, { recursive: true, force: true });
    await fs.mkdir(partial, { mode: 0o700 });
    return await writeBackup(db, target, partial, { dataDir, signal, onProgress });
  } catch (error) {
    throw signal.aborted ? new AppError("cancelled", "Stopped. No backup was written.", { cause: error }) : asBackupError(error, target);
  } finally {
    await fs.rm(partial, { recursive: true, force: true });
    await release();
  }
}

function asBackupError(error: unknown, file: string): AppError {
  const known = toAppError(error);
  if (known.code !== "disk_full") return known;
  return new AppError("disk_full", `There is no room for ${file}: a backup needs that of the database twice, and that of the index. Give a place on another disk.`, { cause: error });
}

async function writeBackup(db: Database, target: string, partial: string, { dataDir, signal, onProgress }: Required<Omit<BackupOptions, "force">>): Promise<BackupSummary> {
  const start = performance.now();
  const createdAt = new Date().toISOString();
  onProgress({ stage: "copy the database", done: 0, total: null, unit: "bytes" });
  await copyDatabase(db, partial);
  const copy = connect(partial);
  const members = await gatherMembers(copy, dataDir);
  try {
    const active = await keepGenerations(copy, members.generations);
    await keepLayouts(copy, members.layouts);
    await copy.$disconnect();
    const database = await fs.open(databaseFile(partial), "r");
    members.files.push({ name: path.basename(databaseFile(partial)), handle: database, bytes: (await database.stat()).size });
    const { generations, models, leftOut } = members;
    const about = { createdAt, generations, active, models, leftOut };
    const archive = path.join(partial, path.basename(target));
    await writeArchive(archive, members, about, { signal, onProgress });
    await fs.rename(archive, target);
    await flushFolder(path.dirname(target));
    return { file: target, bytes: (await fs.stat(target)).size, members: members.files.length, ...about, seconds: (performance.now() - start) / 1000 };
  } finally {
    await copy.$disconnect();
    await members.close();
  }
}

async function writeArchive(file: string, { files }: GatheredMembers, about: Omit<BackupManifest, "formatVersion" | "kotomap" | "members">, { signal, onProgress }: Required<Pick<BackupOptions, "signal" | "onProgress">>): Promise<void> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (bytes: number) => onProgress({ stage: "write", done: (done += bytes), total, unit: "bytes" });
  const writer = new ArchiveWriter(file, isCompressed(file), signal);
  try {
    const members: BackupManifest["members"] = [];
    for (const { name, handle } of files) members.push(await writer.addFile(name, handle, onBytes));
    const manifest: BackupManifest = { formatVersion: 1, kotomap: packageJson.version, ...about, members };
    writer.addText(backupManifestName, `${JSON.stringify(manifest, null, 2)}\n`);
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}
