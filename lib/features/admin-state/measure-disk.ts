import { statfs } from "node:fs/promises";
import path from "node:path";
import { processSingleton } from "@/lib/core/process-singleton";
import { databaseFile } from "@/lib/database/client";
import type { Overview } from "./admin-types";
import { measureFile, measureFolder } from "./measure-folder";

type Disk = Overview["disk"];

/** Milliseconds for which the sizes stand: folders are not walked for every look at a page. */
const STANDS_FOR = 5_000;

async function measureDatabase(dataDir: string): Promise<number> {
  const file = databaseFile(dataDir);
  const sizes = await Promise.all([file, `${file}-wal`, `${file}-shm`].map(measureFile));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function measureNow(dataDir: string): Promise<Disk> {
  const folder = (name: string) => measureFolder(path.join(/* turbopackIgnore: true */ dataDir, name));
  const [{ bavail, blocks, bsize }, database, generations, downloads, uploads, models] = await Promise.all([
    statfs(/* turbopackIgnore: true */ dataDir),
    measureDatabase(dataDir),
    folder("generations"),
    folder("downloads"),
    folder("uploads"),
    folder("models"),
  ]);
  return { database, generations, downloads, uploads, models, free: bavail * bsize, total: blocks * bsize };
}

/** What the data folder takes of its disk, as of some seconds ago. `free` is what a user may still take. */
export async function measureDisk(dataDir: string): Promise<Disk> {
  const last = processSingleton<{ disk: Promise<Disk> | null; at: number }>("disk", () => ({ disk: null, at: 0 }));
  if (last.disk && performance.now() - last.at < STANDS_FOR) return last.disk;
  last.at = performance.now();
  const measuring = (last.disk = measureNow(dataDir));
  measuring.catch(() => (last.disk = null));
  return measuring;
}
