import { createLoader, createParser, createSerializer, parseAsStringLiteral, type inferParserType } from "nuqs/server";

/** Results added by each “show more”; fills rows of one, two, three and four cards. */
export const PAGE_SIZE = 24;
/** Past this, another query helps more than more results. */
export const MAX_SHOWN = 240;

const text = (maxLength: number) =>
  createParser({ parse: (value) => value.trim().slice(0, maxLength) || null, serialize: String });

const languageTag = createParser({ parse: (value) => (/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(value) ? value : null), serialize: String });

const captionId = createParser({ parse: (value) => (/^\d{1,10}$/.test(value) ? value : null), serialize: String });

/** A cosine from -1 to 1, in hundredths. */
const similarity = createParser({
  parse: (value) => (/^-?(0?\.\d+|[01](\.\d*)?)$/.test(value) && Math.abs(Number(value)) <= 1 ? Math.round(Number(value) * 100) / 100 : null),
  serialize: String,
});

/** Whole pages, so that an address somebody edited still fills its rows. */
const shownCount = createParser({
  parse: (value) => (/^\d{1,6}$/.test(value) ? Math.min(MAX_SHOWN, Math.max(1, Math.ceil(Number(value) / PAGE_SIZE)) * PAGE_SIZE) : null),
  serialize: String,
});

const parsers = {
  q: text(1000),
  like: captionId,
  view: parseAsStringLiteral(["images", "captions"] as const).withDefault("images"),
  language: languageTag,
  collection: text(200),
  min: similarity,
  shown: shownCount.withDefault(PAGE_SIZE),
};

const urlKeys = { language: "lang", shown: "n" } as const;

const load = createLoader(parsers, { urlKeys });
const serialize = createSerializer(parsers, { urlKeys });

/** What the search page shows, as its address says it. With both `q` and `like`, `like` counts. */
export type SearchState = inferParserType<typeof parsers>;

export type SearchParams = Record<string, string | string[] | undefined>;

/** Never fails: what an address says wrongly counts as not said. */
export function readSearchState(params: SearchParams): SearchState {
  const state = load(params);
  return state.like === null ? state : { ...state, q: null };
}

/** Whether there is anything to search for. */
export function isSearching({ q, like }: SearchState): boolean {
  return q !== null || like !== null;
}

/** The address of a state, changed. Any change but of `shown` goes back to the first page; `q` and `like` end each other. */
export function searchHref(state: SearchState | null, changes: Partial<SearchState> = {}): string {
  const ended = changes.q ? { like: null } : changes.like ? { q: null } : {};
  return serialize("/", { ...state, ...ended, shown: PAGE_SIZE, ...changes });
}
