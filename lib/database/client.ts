import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { processSingleton } from "@/lib/core/process-singleton";
import { PrismaClient } from "./generated/client";
import { waitingAdapter } from "./waiting-adapter";

export type Database = PrismaClient;
/** Inside a transaction. */
export type Transaction = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

/** NORMAL loses no committed row when a process is killed. */
const EVERY_CONNECTION = "PRAGMA synchronous = NORMAL";

/** Milliseconds to wait for another process's write. */
const BUSY_TIMEOUT = 30_000;

/** Milliseconds: a transaction waits its turn in this process and for the lock of another, and is ended where it hangs. */
const TRANSACTIONS = { maxWait: 40_000, timeout: 60_000 };

export function databaseFile(dataDir: string): string {
  return path.join(dataDir, "kotomap.db");
}

/** The driver adapter of a data folder, which is made where it is missing. @param busyTimeout milliseconds to wait where another process has locked the database */
export function sqliteAdapter(dataDir: string, busyTimeout = BUSY_TIMEOUT): SqlMigrationAwareDriverAdapterFactory {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new AppError("invalid_setting", `The data folder ${dataDir} cannot be made. Set KOTOMAP_DATA_DIR to a folder that this user may write.`, { field: "KOTOMAP_DATA_DIR", cause });
  }
  return waitingAdapter(new PrismaBetterSqlite3({ url: `file:${databaseFile(dataDir)}`, timeout: 0 }), EVERY_CONNECTION, busyTimeout);
}

/** A connection of its own, for the caller to $disconnect. */
export function connect(dataDir: string, busyTimeout = BUSY_TIMEOUT): Database {
  return new PrismaClient({ adapter: sqliteAdapter(dataDir, busyTimeout), transactionOptions: TRANSACTIONS });
}

/** The process's connection to the data folder's database. */
export function database(dataDir: string = readEnv().dataDir): Database {
  return processSingleton(`database ${dataDir}`, () => connect(dataDir));
}

/** Write-ahead logging lets searches read while an ingest writes. */
export async function configureConnection(db: Database): Promise<void> {
  await db.$queryRawUnsafe("PRAGMA journal_mode = WAL");
}

/** Times that readers get to end, 20 ms apart, before the log is left as it is. */
const CHECKPOINT_TRIES = 50;

/** Moves the write-ahead log into the database file and empties it: on a full disk this is the room that is left. */
export async function emptyWriteAheadLog(db: Database): Promise<void> {
  for (let tries = 0; tries < CHECKPOINT_TRIES; tries++) {
    const [outcome] = await db.$queryRawUnsafe<{ busy: number }[]>("PRAGMA wal_checkpoint(TRUNCATE)");
    if (Number(outcome?.busy ?? 0) === 0) return;
    await sleep(20);
  }
}
