import { readFileSync } from "node:fs";

/**
 * Whether an x64 processor has instructions that add up products of int8 numbers without cutting off (VNNI).
 * @param cpuInfo what Linux tells of its processors
 */
export const namesVnni = (cpuInfo: string): boolean => /^flags\s*:.*\bavx(?:512)?_vnni\b/m.test(cpuInfo);

let known: boolean | undefined;

/** Of this machine, as far as its system tells: Linux does, others are taken to have none. */
export function hasVnni(): boolean {
  known ??= process.platform === "linux" && namesVnni(readCpuInfo());
  return known;
}

function readCpuInfo(): string {
  try {
    return readFileSync(/* turbopackIgnore: true */ "/proc/cpuinfo", "utf8");
  } catch {
    return "";
  }
}
