import { createLoader, createParser } from "nuqs/server";
import { type AppError, toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { compareSearches, type SearchesCompared } from "@/lib/features/comparison/compare-searches";
import { otherEncoder } from "@/lib/features/comparison/comparison-request";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** Shown first: everybody has it, and it differs. */
const FIRST_OTHER = "64";

const load = createLoader({
  q: createParser({ parse: (value) => value.trim().slice(0, 1000) || null, serialize: String }).withDefault(""),
  other: createParser({ parse: (value) => otherEncoder.safeParse(value).data ?? null, serialize: String }).withDefault(FIRST_OTHER),
});

export interface SearchComparisonPage {
  q: string;
  other: string;
  /** Length of the vectors of the searches; null where there is no index. */
  dimensions: number | null;
  /** Null where nothing is asked for yet, or it failed. */
  found: SearchesCompared | null;
  fault: AppError | null;
}

const EXPECTED = new Set(["invalid_parameter", "not_found", "index_building", "overloaded", "memory_short"]);

/** Never throws: what goes wrong is the answer. */
export async function readSearchComparison(params: Record<string, string | string[] | undefined>): Promise<SearchComparisonPage> {
  const { q, other } = load(params);
  try {
    const dimensions = await searchEngine().use(({ generation }) => Promise.resolve(generation.manifest.model.dimensions));
    try {
      return { q, other, dimensions, found: q === "" ? null : await compareSearches({ q, other }), fault: null };
    } catch (thrown) {
      return { q, other, dimensions, found: null, fault: faultOf(thrown) };
    }
  } catch (thrown) {
    return { q, other, dimensions: null, found: null, fault: faultOf(thrown) };
  }
}

function faultOf(thrown: unknown): AppError {
  const fault = toAppError(thrown);
  if (!EXPECTED.has(fault.code)) logger().error({ err: thrown }, "searches could not be compared");
  return fault;
}
