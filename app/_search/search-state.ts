import { createLoader, createMultiParser, createParser, createSerializer, parseAsStringLiteral, type inferParserType } from "nuqs/server";

/** Results added by each “show more”; fills rows of one, two, three and four cards. */
export const PAGE_SIZE = 24;
/** Past this, another query helps more than more results. */
export const MAX_SHOWN = 240;

const text = (maxLength: number) =>
  createParser({ parse: (value) => value.trim().slice(0, maxLength) || null, serialize: String });

const languageTag = createParser({ parse: (value) => (/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(value) ? value : null), serialize: String });

/** As many captions, and sentences, as the search takes. */
export const MAX_REFINEMENTS = 10;

/** Ids of captions, with commas between them. */
const captionIds = createParser({
  parse: (value) => {
    const ids = [...new Set(value.split(",").filter((id) => /^\d{1,10}$/.test(id)))].slice(0, MAX_REFINEMENTS);
    return ids.length > 0 ? ids : null;
  },
  serialize: (ids: string[]) => ids.join(","),
  eq: (a, b) => a.join() === b.join(),
});

const captionId = createParser({ parse: (value) => (/^\d{1,10}$/.test(value) ? value : null), serialize: String });

/** A parameter that may be given several times. */
const sentences = createMultiParser({
  parse: (values) => {
    const said = [...new Set(values.map((value) => value.trim().slice(0, 1000)).filter((value) => value !== ""))].slice(0, MAX_REFINEMENTS);
    return said.length > 0 ? said : null;
  },
  serialize: (values: string[]) => values,
  eq: (a, b) => a.join("\n") === b.join("\n"),
});

/** From 0, meaning alone, to 1, words alone, in hundredths. */
const share = createParser({
  parse: (value) => (/^(0?\.\d+|[01](\.0*)?)$/.test(value) ? Math.round(Number(value) * 100) / 100 : null),
  serialize: String,
});

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
  like: captionIds.withDefault([]),
  unlike: captionIds.withDefault([]),
  plus: sentences.withDefault([]),
  minus: sentences.withDefault([]),
  weight: share,
  view: parseAsStringLiteral(["images", "captions"] as const).withDefault("images"),
  language: languageTag,
  collection: text(200),
  min: similarity,
  shown: shownCount.withDefault(PAGE_SIZE),
  /** The caption whose finding is explained. */
  why: captionId,
};

const urlKeys = { language: "lang", shown: "n", weight: "words" } as const;

const load = createLoader(parsers, { urlKeys });
const serialize = createSerializer(parsers, { urlKeys });

/** What the search page shows, as its address says it: a query, captions and sentences that more or less is wanted of, and what results are narrowed down to. */
export type SearchState = inferParserType<typeof parsers>;

export type SearchParams = Record<string, string | string[] | undefined>;

/** A sentence that the form on the page adds: `add` with its text, `as` with where it belongs. */
const loadAdded = createLoader({ add: text(1000), as: parseAsStringLiteral(["plus", "minus"] as const).withDefault("plus") });

/** Never fails: what an address says wrongly counts as not said. */
export function readSearchState(params: SearchParams): SearchState {
  const state = load(params);
  const { add, as: list } = loadAdded(params);
  return add === null ? state : { ...state, [list]: [...state[list].filter((said) => said !== add), add].slice(-MAX_REFINEMENTS) };
}

/** Whether there is anything to search for. */
export function isSearching({ q, like, plus }: SearchState): boolean {
  return q !== null || like.length > 0 || plus.length > 0;
}

/** Nothing that more or less is wanted of. */
export const UNREFINED = { like: [], unlike: [], plus: [], minus: [] } satisfies Partial<SearchState>;

/** The address of a state, changed. Any change but of `shown` goes back to the first page and closes what is explained. */
export function searchHref(state: SearchState | null, changes: Partial<SearchState> = {}): string {
  return serialize("/", { ...state, shown: PAGE_SIZE, why: null, ...changes });
}

/** The address of a state with the explanation of a caption, or without any, where it is shown. */
export function whyHref(state: SearchState, why: string | null): string {
  return searchHref(state, { shown: state.shown, why }) + (why === null ? "" : "#why");
}

/** Which way a search goes with a caption or sentence. */
export type Direction = "more" | "less";

/** A state with a caption that more, or less, is wanted of. */
export function withCaption(state: SearchState, direction: Direction, id: string): Partial<SearchState> {
  const without = (ids: string[]) => ids.filter((other) => other !== id);
  const add = (ids: string[]) => [...without(ids), id].slice(-MAX_REFINEMENTS);
  return direction === "more" ? { like: add(state.like), unlike: without(state.unlike) } : { like: without(state.like), unlike: add(state.unlike) };
}
