import { type AppError, toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { findSearchPath } from "@/lib/features/search-path/find-search-path";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import type { SearchPathState } from "./search-path-state";

/** Seconds that a page waits for a small index to be built. */
const PATIENCE = 30;

export type SearchPathData = { path: SearchPath; fault: null } | { path: null; fault: AppError };

/** Never throws: what goes wrong is the answer, and stands in the log. */
export async function readSearchPath(state: SearchPathState & { q: string }): Promise<SearchPathData> {
  try {
    return { path: await findSearchPath(state, AbortSignal.timeout(1000 * PATIENCE)), fault: null };
  } catch (thrown) {
    const fault = toAppError(thrown);
    if (fault.code !== "index_building") logger().error({ err: thrown }, "a search path cannot be shown");
    return { path: null, fault };
  }
}
