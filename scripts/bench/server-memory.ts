import { readdir, readFile } from "node:fs/promises";

const read = (file: string) => readFile(file, "utf8").catch(() => "");

/** Bytes in memory of the server that this process has started on a port; null where that cannot be told (anywhere but on Linux). */
export async function serverMemory(port: number): Promise<number | null> {
  for (const pid of (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const status = await read(`/proc/${pid}/status`);
    if (!status.includes(`PPid:\t${process.pid}\n`)) continue;
    const command = await read(`/proc/${pid}/environ`);
    if (!command.split("\0").includes(`PORT=${port}`)) continue;
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kilobytes) return Number(kilobytes) * 1024;
  }
  return null;
}
