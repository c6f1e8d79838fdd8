import { readFileSync } from "node:fs";
import os from "node:os";
import { readEnv } from "./env";

/** Where control groups (containers, service managers) tell what of the memory in use is file contents that they would give back: version 2, version 1. */
const RECLAIMABLE = [
  { file: "/sys/fs/cgroup/memory.stat", line: /^inactive_file (\d+)$/m },
  { file: "/sys/fs/cgroup/memory/memory.stat", line: /^total_inactive_file (\d+)$/m },
];

function reclaimable(): number {
  for (const { file, line } of RECLAIMABLE) {
    try {
      return Number(line.exec(readFileSync(/* turbopackIgnore: true */ file, "utf8"))?.[1] ?? 0);
    } catch {
      // not this version, or no control groups
    }
  }
  return 0;
}

/** A control group counts file contents as used: index files that were just read would seem to fill it. */
function availableHere(): number {
  const limit = process.constrainedMemory();
  const limited = limit > 0 && limit < os.totalmem();
  return Math.min(process.availableMemory() + (limited ? reclaimable() : 0), limited ? limit : Infinity);
}

/** Bytes that this process may still take, by machine, container and KOTOMAP_MEMORY_LIMIT. */
export function availableMemory(): number {
  const { memoryLimit } = readEnv();
  const allowed = memoryLimit === null ? Infinity : memoryLimit - process.memoryUsage.rss();
  return Math.max(0, Math.min(availableHere(), allowed));
}

/** Bytes that the machine or the container has. */
export function totalMemory(): number {
  const limit = process.constrainedMemory();
  return Math.min(os.totalmem(), limit > 0 ? limit : Infinity, readEnv().memoryLimit ?? Infinity);
}
