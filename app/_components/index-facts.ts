import { cache } from "react";
import { logger } from "@/lib/core/logger";
import { readStats } from "@/lib/features/status/read-stats";
import type { Stats } from "@/lib/features/status/status-types";

/** Counts of the index, read once a request; null where they cannot be read, so that a page still shows. */
export const indexFacts = cache(async (): Promise<Stats | null> => {
  try {
    return await readStats();
  } catch (error) {
    logger().warn({ err: error }, "the counts of the index cannot be read");
    return null;
  }
});
