import { createLoader, createParser, createSerializer, parseAsStringLiteral, type inferParserType } from "nuqs/server";
import { parseImageName } from "@/lib/features/caption-map/image-name";
import { LAYOUT_METHODS } from "@/lib/features/caption-map/map-types";
import { MAP_COLOURS } from "@/lib/features/caption-map/palette";
import { MOST_CORNERS } from "../_view/polygon";
import { clampView, type Place, type View } from "../_view/view";

/** Images, and captions, that a selection map is made of at most. */
const MOST_CHOSEN = 300;

const number = /^-?\d{1,6}(\.\d{1,8})?$/;
const numbers = (text: string) => text.split(",").map((part) => (number.test(part) ? Number(part) : NaN));
const short = (value: number, digits: number) => String(Number(value.toFixed(digits)));

function placeIn(text: string): Place | null {
  const [x = NaN, y = NaN, ...rest] = numbers(text);
  return rest.length === 0 && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : null;
}

/** Digits of a coordinate: less than a pixel off where one is furthest in. */
const DIGITS = 6;

const placeText = ({ x, y }: Place) => `${short(x, DIGITS)},${short(y, DIGITS)}`;

const text = (maxLength: number) => createParser({ parse: (value) => value.trim().slice(0, maxLength) || null, serialize: String });

/** "x,y,zoom" */
const view = createParser<View>({
  parse: (value) => {
    const [x = NaN, y = NaN, zoom = NaN, ...rest] = numbers(value);
    return rest.length === 0 && ![x, y, zoom].some(Number.isNaN) ? clampView({ x, y, zoom }) : null;
  },
  serialize: ({ x, y, zoom }) => `${placeText({ x, y })},${short(zoom, 2)}`,
  eq: (a, b) => a.x === b.x && a.y === b.y && a.zoom === b.zoom,
});

/** "x,y;x,y;…" */
function places(fewest: number, most: number) {
  return createParser<Place[]>({
    parse: (value) => {
      const found = value.split(";").map(placeIn);
      return found.length >= fewest && found.length <= most && found.every((place) => place !== null) ? found : null;
    },
    serialize: (value) => value.map(placeText).join(";"),
    eq: (a, b) => a.length === b.length && a.every(({ x, y }, i) => x === b[i]?.x && y === b[i].y),
  });
}

const captionId = createParser({ parse: (value) => (/^\d{1,10}$/.test(value) ? value : null), serialize: String });

/** "collection:id", as formatImageName makes it. */
const imageKeys = (most: number) => createParser<string[]>({
  parse: (value) => {
    const keys = [...new Set(value.split(","))].filter((key) => parseImageName(key) !== null);
    return keys.length > 0 ? keys.slice(0, most) : null;
  },
  serialize: (value) => value.join(","),
  eq: (a, b) => a.join() === b.join(),
});

const captionIds = createParser<string[]>({
  parse: (value) => {
    const ids = [...new Set(value.split(","))].filter((id) => /^\d{1,10}$/.test(id));
    return ids.length > 0 ? ids.slice(0, MOST_CHOSEN) : null;
  },
  serialize: (value) => value.join(","),
  eq: (a, b) => a.join() === b.join(),
});

const perplexity = createParser({ parse: (value) => (number.test(value) && Number(value) >= 1 ? Number(value) : null), serialize: (value: number) => short(value, 1) });

export const mapParsers = {
  layout: text(80),
  at: view,
  colour: parseAsStringLiteral(MAP_COLOURS),
  q: text(1000),
  caption: captionId,
  image: imageKeys(1),
  within: places(3, MOST_CORNERS),
  along: places(2, 2),
  images: imageKeys(MOST_CHOSEN),
  captions: captionIds,
  method: parseAsStringLiteral(LAYOUT_METHODS),
  perplexity,
  components: parseAsStringLiteral(["2", "3"] as const),
};

const load = createLoader(mapParsers);
const serialize = createSerializer(mapParsers);

/** What the map's page shows, as its address says it. */
export type MapState = inferParserType<typeof mapParsers>;

/** Never fails: what an address says wrongly counts as not said. */
export const readMapState = (params: Record<string, string | string[] | undefined>): MapState => load(params);

/** The address of a state. */
export const mapHref = (state: Partial<MapState> = {}): string => serialize("/map", state);

/** Whether chosen captions are laid out on their own: those named, or the hits of a query where a method is said. */
export const isSelection = ({ images, captions, q, method }: MapState): boolean => images !== null || captions !== null || (q !== null && method !== null);
