import { createLoader, createParser, createSerializer, type inferParserType } from "nuqs/server";
import { MOST_CHARACTERS } from "@/lib/features/encoder/encoder-request";
import { SEARCH_PATH_DEFAULTS, SEARCH_PATH_LIMITS } from "@/lib/features/search-path/search-path-request";

function wholeNumber({ min, max }: { min: number; max: number }) {
  return createParser({ parse: (value) => (/^\d{1,5}$/.test(value) ? Math.min(max, Math.max(min, Number(value))) : null), serialize: String });
}

const parsers = {
  q: createParser({ parse: (value) => value.trim().slice(0, MOST_CHARACTERS).trim() || null, serialize: String }),
  sample: wholeNumber(SEARCH_PATH_LIMITS.sample).withDefault(SEARCH_PATH_DEFAULTS.sample),
  m: wholeNumber(SEARCH_PATH_LIMITS.m).withDefault(SEARCH_PATH_DEFAULTS.m),
  ef: wholeNumber(SEARCH_PATH_LIMITS.ef).withDefault(SEARCH_PATH_DEFAULTS.ef),
  step: wholeNumber({ min: 1, max: 99_999 }).withDefault(1),
};

const load = createLoader(parsers);
const serialize = createSerializer(parsers);

/** What the page shows, as its address says it. */
export type SearchPathState = inferParserType<typeof parsers>;

/** Never fails: what an address says wrongly counts as not said. */
export const readSearchPathState = (params: Record<string, string | string[] | undefined>): SearchPathState => load(params);

/** The address of a state, changed. */
export const searchPathHref = (state: Partial<SearchPathState>, changes: Partial<SearchPathState> = {}): string => serialize("/encoder/search", { ...state, ...changes });
