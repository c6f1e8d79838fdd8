import fs from "node:fs/promises";
import path from "node:path";

/** Changes whenever a file of the folder is written, replaced, added or removed; "" where the folder is missing. */
export async function fileStamp(folder: string): Promise<string> {
  const names = await fs.readdir(folder).catch(() => []);
  const stats = await Promise.all(names.sort().map(async (name) => [name, await fs.stat(path.join(folder, name), { bigint: true }).catch(() => null)] as const));
  return stats.map(([name, stat]) => `${name} ${stat?.ino} ${stat?.size} ${stat?.mtimeNs} ${stat?.ctimeNs}`).join("\n");
}
