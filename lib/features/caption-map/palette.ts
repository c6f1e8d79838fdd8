import { IMAGE_COLOURS, type LayoutView } from "./map-types";

export const MAP_THEMES = ["light", "dark"] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

/** What the colour of a point tells. "similarity" needs a query. */
export const MAP_COLOURS = ["image", "language", "collection", "density", "similarity"] as const;
export type MapColour = (typeof MAP_COLOURS)[number];

/** Colours of a map, as #rrggbb. */
export interface MapPalette {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
  accent: string;
  /** Points that others stand out from. */
  context: string;
  /** By which images are told apart: IMAGE_COLOURS of them. */
  image: readonly string[];
  /** Languages: Japanese, English, and others in their order; begins again where there are more. */
  language: readonly string[];
  collection: readonly string[];
  /** Low to high; between them, see `rampColour`. */
  density: readonly string[];
  similarity: readonly string[];
}

/**
 * The image colours are the sixteen hues, chromas and lightnesses that lie farthest apart in OKLab in both themes at once, by normal vision and as the three
 * kinds of colour blindness see them (Machado et al. 2009; their distances counted 2.4 times), at a contrast of at least 2.6 with the paper.
 * Neighbours in the list lie farthest apart. Ramps go from near the paper to away from it, so that they read without hue.
 */
export const MAP_PALETTES: Record<MapTheme, MapPalette> = {
  light: {
    paper: "#f8f4ec",
    ink: "#24201a",
    muted: "#665d4f",
    rule: "#e0d7c6",
    accent: "#a03c1c",
    context: "#b9b0a0",
    image: ["#2d3acb", "#999503", "#a10800", "#1e88a6", "#b75778", "#04510e", "#a645d7", "#2d794f", "#7c3b5e", "#8e5b01", "#0da880", "#7028a5", "#8d81da", "#655d9e", "#c27c58", "#b50f7c"],
    language: ["#b0440f", "#2d3acb", "#0b8a6b", "#a645d7", "#8e7a00", "#b50f7c"],
    collection: ["#1e6f8c", "#b0440f", "#5a7d0c", "#7028a5", "#b50f7c", "#8e5b01"],
    density: ["#d9b98a", "#cf7f45", "#a83a2b", "#6b1236", "#2a0a33"],
    similarity: ["#cdc6b8", "#a9b8b0", "#5ba29b", "#187b86", "#0b3f63"],
  },
  dark: {
    paper: "#181512",
    ink: "#efe8db",
    muted: "#b0a594",
    rule: "#38312a",
    accent: "#f0a27c",
    context: "#5d554b",
    image: ["#5a78fd", "#ccc718", "#e24b3a", "#5cbbda", "#ef88a9", "#268b2d", "#d287fe", "#62ac7f", "#b36d91", "#ca8b2d", "#1be0ac", "#a461df", "#bdb6fe", "#968fd4", "#f6ad87", "#f450b1"],
    language: ["#f2975e", "#7c95ff", "#3fcfa4", "#d287fe", "#d8c63a", "#f450b1"],
    collection: ["#5cbbda", "#f2975e", "#a9d750", "#be8bff", "#f450b1", "#ca8b2d"],
    density: ["#4a2a52", "#8a2f5e", "#cf5a45", "#f09a4a", "#fbe7a1"],
    similarity: ["#433d36", "#3f5a5c", "#2f8b8d", "#4fc7b4", "#d9fbd0"],
  },
};

/** How a point's shape tells its language. */
export type MapShape = "circle" | "triangle" | "square";

const primarySubtag = (language: string) => language.split("-")[0]?.toLowerCase();

export function languageShape(language: string): MapShape {
  const primary = primarySubtag(language);
  return primary === "ja" ? "circle" : primary === "en" ? "triangle" : "square";
}

/** The colour of each of a layout's languages: the same for Japanese and for English on every map. */
export function languageColours(languages: readonly string[], { language: colours }: MapPalette): string[] {
  const [japanese, english, ...rest] = colours;
  const others = languages.filter((language) => !["ja", "en"].includes(primarySubtag(language) ?? ""));
  return languages.map((language) => {
    const primary = primarySubtag(language);
    return (primary === "ja" ? japanese : primary === "en" ? english : rest[others.indexOf(language) % rest.length]) ?? "#000000";
  });
}

/** A colour between those of a ramp. @param share from 0 to 1 */
export function rampColour(ramp: readonly string[], share: number): string {
  const at = Math.max(0, Math.min(1, share)) * (ramp.length - 1);
  const below = Math.min(Math.floor(at), ramp.length - 2);
  const [from, to] = [channelsOf(ramp[below] ?? "#000000"), channelsOf(ramp[below + 1] ?? "#000000")];
  const mixed = from.map((value, c) => Math.round(value + (at - below) * ((to[c] ?? 0) - value)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Red, green and blue of #rrggbb, 0 to 255. */
export function channelsOf(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

/** The colour of each code that a point may have, 256 of them: by image, language or collection, or the steps of a ramp. */
export function codeColours(colour: MapColour, { languages, collections }: Pick<LayoutView, "languages" | "collections">, palette: MapPalette): string[] {
  const cycle = (colours: readonly string[]) => Array.from({ length: 256 }, (_, code) => colours[code % colours.length] ?? palette.ink);
  switch (colour) {
    case "image":
      return cycle(palette.image.slice(0, IMAGE_COLOURS));
    case "language":
      return cycle(languages.length > 0 ? languageColours(languages, palette) : palette.language);
    case "collection":
      return cycle(collections.length > 0 ? collections.map((_, code) => palette.collection[code % palette.collection.length] ?? palette.ink) : palette.collection);
    case "density":
    case "similarity":
      return Array.from({ length: 256 }, (_, code) => rampColour(palette[colour], code / 255));
  }
}
