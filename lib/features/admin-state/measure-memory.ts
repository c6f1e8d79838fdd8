import { availableMemory, totalMemory } from "@/lib/core/available-memory";
import type { Overview } from "./admin-types";

/** Of this server, and of the machine or, where it is less, what this process may take. */
export function measureMemory(): Overview["memory"] {
  return { server: process.memoryUsage.rss(), available: Math.min(availableMemory(), totalMemory()), total: totalMemory() };
}
