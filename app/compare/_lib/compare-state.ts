import { createLoader, createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { LAYOUT_METHODS } from "@/lib/features/caption-map/map-types";
import { otherEncoder } from "@/lib/features/comparison/comparison-request";
import { packText, unpackText } from "@/lib/features/comparison/packed-text";

/** Beyond it the sentences are packed; and the longest address that servers take, with some room. */
const PLAIN = 600;
export const LONGEST_ADDRESS = 12_000;

const MOST_IMAGES = 20;

const images = createParser({
  parse: (value) => {
    const names = [...new Set(value.split(",").map((name) => name.trim()).filter((name) => /^.+:[^:]+$/s.test(name)))].slice(0, MOST_IMAGES);
    return names.length > 0 ? names : null;
  },
  serialize: (names: string[]) => names.join(","),
});

/** Two sentences by their numbers, from 1: "3,7". */
const pair = createParser({
  parse: (value): [number, number] | null => {
    const [a, b] = (/^(\d{1,3}),(\d{1,3})$/.exec(value) ?? []).slice(1).map(Number);
    return a && b && a !== b ? [a, b] : null;
  },
  serialize: (numbers: [number, number]) => numbers.join(","),
});

const other = createParser({ parse: (value) => otherEncoder.safeParse(value).data ?? null, serialize: String });

/** The pair of a form, whose choices come one by one. */
const loadChosen = createLoader({ a: parseAsInteger, b: parseAsInteger });

const load = createLoader({
  text: createParser({ parse: (value) => value, serialize: String }),
  z: createParser({ parse: unpackText, serialize: packText }),
  images: images.withDefault([]),
  method: parseAsStringLiteral(LAYOUT_METHODS).withDefault("pca"),
  other,
  order: parseAsStringLiteral(["given", "alike"] as const).withDefault("given"),
  pair,
});

/** What the page compares, and how it shows it. */
export interface CompareState {
  /** A sentence a line, an empty line between groups. */
  text: string;
  /** "coco:139" */
  images: string[];
  method: (typeof LAYOUT_METHODS)[number];
  /** A length, or the id of an encoder. */
  other: string | null;
  order: "given" | "alike";
  /** The sentences whose words are compared, numbered from 1. */
  pair: [number, number] | null;
}

/** Never fails: what an address says wrongly counts as not said. */
export function readCompareState(params: Record<string, string | string[] | undefined>): CompareState {
  const { text, z: packed, ...rest } = load(params);
  const { a, b } = loadChosen(params);
  return { ...rest, pair: a !== null && b !== null ? pair.parse(`${a},${b}`) : rest.pair, text: (packed ?? text ?? "").replace(/\r\n?/gu, "\n") };
}

export const isComparing = ({ text, images: names }: CompareState): boolean => text.trim() !== "" || names.length > 0;

/** What the API is asked for: the sentences plain while they are few, else packed. */
export function compareParams({ text, images: names, method, other }: CompareState): URLSearchParams {
  const params = new URLSearchParams();
  if (names.length > 0) params.set("images", names.join(","));
  if (text.trim() !== "") {
    if (encodeURIComponent(text).length <= PLAIN) params.set("text", text);
    else params.set("z", packText(text));
  }
  if (method !== "pca") params.set("method", method);
  if (other !== null) params.set("other", other);
  return params;
}

/** The address of a state, changed. */
export function compareHref(state: CompareState, changes: Partial<CompareState> = {}): string {
  const changed = { ...state, ...changes };
  const params = compareParams(changed);
  if (changed.order !== "given") params.set("order", changed.order);
  if (changed.pair !== null) params.set("pair", changed.pair.join(","));
  return params.size > 0 ? `/compare?${params}` : "/compare";
}

/** Nothing to compare yet. */
export const emptyComparison: CompareState = { text: "", images: [], method: "pca", other: null, order: "given", pair: null };
