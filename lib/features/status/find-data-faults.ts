import { access, constants, statfs } from "node:fs/promises";
import { toAppError } from "@/lib/core/errors";
import { databaseFile } from "@/lib/database/client";
import { isDatabaseExchanged } from "@/lib/database/database-file";
import type { Health } from "./status-types";

/** Bytes: with less, the next ingest or re-index fails. */
const LEAST_FREE = 50e6;

async function findRightsFault(file: string): Promise<Health["problems"]> {
  try {
    await access(file, constants.R_OK | constants.W_OK);
    return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return [{ code: "database_unavailable", message: `${file} is missing. Stop the server, put it back (npm run restore -- FILE) and start it again; without it, the server begins with an empty one.` }];
    }
    const { code, message } = toAppError(error);
    return [{ code, message }];
  }
}

async function findSpaceFault(folder: string): Promise<Health["problems"]> {
  const stats = await statfs(folder).catch(() => null);
  if (!stats) return [];
  const free = stats.bavail * stats.bsize;
  if (free >= LEAST_FREE) return [];
  return [{ code: "disk_full", message: `The disk of the data folder ${folder} is almost full: ${Math.floor(free / 1e6)} MB are free. Searches go on; free some space before the next ingest or re-index.` }];
}

async function findExchange(dataDir: string): Promise<Health["problems"]> {
  if (!(await isDatabaseExchanged(dataDir))) return [];
  return [{ code: "database_unavailable", message: `Another database was put in the place of ${databaseFile(dataDir)} while this server was running, and it still has the old one open. Restart it.` }];
}

/** What keeps the data folder from being written. */
export async function findDataFaults(dataDir: string): Promise<Health["problems"]> {
  const faults = [...(await findRightsFault(dataDir)), ...(await findRightsFault(databaseFile(dataDir))), ...(await findExchange(dataDir))];
  return [...faults.slice(0, 1), ...(await findSpaceFault(dataDir))];
}
