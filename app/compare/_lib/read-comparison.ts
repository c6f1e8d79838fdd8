import { type AppError, toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { compareSentences } from "@/lib/features/comparison/compare-sentences";
import { readGroups } from "@/lib/features/comparison/comparison-request";
import type { Comparison } from "@/lib/features/comparison/comparison-types";
import type { CompareState } from "./compare-state";
import { imageOfName } from "./image-name";

const EXPECTED = new Set(["invalid_parameter", "not_found", "index_building"]);

/** The comparison of a state, or what is wrong with it. Never throws. */
export async function readComparison({ text, images, method, other }: CompareState): Promise<{ found: Comparison; fault: null } | { found: null; fault: AppError }> {
  try {
    const request = { groups: readGroups(text), images: images.map(imageOfName), method, other: other ?? undefined };
    return { found: await compareSentences(request, new AbortController().signal), fault: null };
  } catch (thrown) {
    const fault = toAppError(thrown);
    if (!EXPECTED.has(fault.code)) logger().error({ err: thrown }, "a comparison failed");
    return { found: null, fault };
  }
}
