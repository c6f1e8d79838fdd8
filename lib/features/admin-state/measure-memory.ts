import { totalmem } from "node:os";
import type { Overview } from "./admin-types";

/** Of this server, and of the machine or, where it is less, what the container may take. */
export function measureMemory(): Overview["memory"] {
  const limit = process.constrainedMemory();
  const total = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return { server: process.memoryUsage.rss(), available: Math.min(process.availableMemory(), total), total };
}
