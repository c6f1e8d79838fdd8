import os from "node:os";
import type { Device } from "@/lib/core/devices";
import type { BatchScheme } from "./batch-scheme";

/** Sessions side by side beyond which memory, not cores, would be the limit. */
const MOST_WORKERS = 64;
/** Cores from which half as many sessions may be faster: two hardware threads share a core, and all share the memory. */
const MANY_CORES = 4;

/** Batches that fit a core's cache; larger ones suit models in float32. */
const CPU_TOKENS = [128, 256, 512, 64] as const;
/** A GPU wants batches large enough to fill it. */
const GPU_TOKENS = [4096, 8192, 16_384, 32_768, 2048] as const;

interface Given {
  /** Sessions side by side, where they are not to be found by measuring. */
  workers?: number;
  /** What was measured before to be a good start. */
  first?: BatchScheme;
}

/** The schemes worth trying for much text on a device, the likely best one first. */
export function bulkSchemes(device: Device, { workers, first }: Given = {}): [BatchScheme, ...BatchScheme[]] {
  const cores = Math.min(os.availableParallelism(), MOST_WORKERS);
  const sessions = workers ?? (device === "cpu" ? cores : 1);
  const halved = device === "cpu" && workers === undefined && cores >= MANY_CORES ? [{ workers: Math.ceil(cores / 2), batchTokens: CPU_TOKENS[0] }] : [];
  const [usual, ...larger] = (device === "cpu" ? CPU_TOKENS : GPU_TOKENS).map((batchTokens) => ({ workers: sessions, batchTokens })) as [BatchScheme, ...BatchScheme[]];
  return [first ? { ...first, workers: workers ?? first.workers } : usual, ...(first ? [usual] : []), ...halved, ...larger];
}
