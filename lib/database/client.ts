import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { processSingleton } from "@/lib/core/process-singleton";
import { PrismaClient } from "./generated/client";

export type Database = PrismaClient;
/** Inside a transaction. */
export type Transaction = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

/** Milliseconds to wait for another process's write. */
const BUSY_TIMEOUT = 30_000;

export function databaseFile(dataDir: string): string {
  return path.join(dataDir, "kotomap.db");
}

/** The driver adapter of a data folder, which is made where it is missing. */
export function sqliteAdapter(dataDir: string): PrismaBetterSqlite3 {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new AppError("invalid_setting", `The data folder ${dataDir} cannot be made. Set KOTOMAP_DATA_DIR to a folder that this user may write.`, { field: "KOTOMAP_DATA_DIR", cause });
  }
  return new PrismaBetterSqlite3({ url: `file:${databaseFile(dataDir)}`, timeout: BUSY_TIMEOUT });
}

/** A connection of its own, for the caller to $disconnect. */
export function connect(dataDir: string): Database {
  return new PrismaClient({ adapter: sqliteAdapter(dataDir) });
}

/** The process's connection to the data folder's database. */
export function database(dataDir: string = readEnv().dataDir): Database {
  return processSingleton(`database ${dataDir}`, () => connect(dataDir));
}

/** Write-ahead logging lets searches read while an ingest writes; NORMAL loses no committed row when a process is killed. */
export async function configureConnection(db: Database): Promise<void> {
  await db.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  await db.$queryRawUnsafe("PRAGMA synchronous = NORMAL");
}

/** Moves the write-ahead log into the database file and empties it: on a full disk this is the room that is left. */
export async function emptyWriteAheadLog(db: Database): Promise<void> {
  await db.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
}
