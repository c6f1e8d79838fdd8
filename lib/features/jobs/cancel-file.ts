import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Database } from "@/lib/database/client";

const fileOf = (dataDir: string, id: number) => path.join(/* turbopackIgnore: true */ dataDir, "jobs", `${id}.cancel`);

/** Asks the process that runs a job to stop. A file, as the job itself may be what keeps the database from being written. */
export async function askToCancel(dataDir: string, id: number): Promise<void> {
  const file = fileOf(dataDir, id);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "");
}

export function isAskedToCancel(dataDir: string, id: number): boolean {
  return existsSync(/* turbopackIgnore: true */ fileOf(dataDir, id));
}

/** Once the job has ended. */
export async function forgetCancel(dataDir: string, id: number): Promise<void> {
  await rm(fileOf(dataDir, id), { force: true });
}

const folders = new WeakMap<Database, string>();

/** The data folder of a database, by the database itself. */
export async function dataFolderOf(db: Database): Promise<string> {
  const known = folders.get(db);
  if (known !== undefined) return known;
  const [main] = await db.$queryRawUnsafe<{ file: string }[]>("SELECT file FROM pragma_database_list WHERE name = 'main'");
  const folder = path.dirname(main?.file ?? "");
  folders.set(db, folder);
  return folder;
}
