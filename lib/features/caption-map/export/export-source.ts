import type { MapColour } from "../palette";

/** A line of a table of captions. */
export interface ExportRow {
  /** Null for the point of an image. */
  caption_id: number | null;
  collection: string;
  image: string;
  language: string | null;
  caption: string | null;
  /** The layout's own coordinates. */
  x: number;
  y: number;
  /** Null in two dimensions. */
  z: number | null;
}

/** Points to be drawn. */
export interface DrawnPoints {
  /** 0 … 1, upwards. */
  x: Float64Array;
  y: Float64Array;
  colour: Uint8Array;
  /** Positions in `languages` and `collections`. */
  language: Uint8Array;
  collection: Uint8Array;
  density: Uint8Array;
}

export interface DrawnText {
  x: number;
  y: number;
  text: string;
}

/** What can be written to a file: a layout, an area of one, or captions laid out on their own. */
export interface ExportSource {
  /** Of its files, without an ending. */
  name: string;
  rows: number;
  /** Method, parameters, quality: by name. */
  about: Record<string, string | number | null>;
  languages: string[];
  collections: string[];
  /** In order, some hundred at a time. */
  chunks: () => AsyncIterable<ExportRow[]>;
  /** At most so many points, an even sample where there are more, and what is written beside them. */
  draw: (most: number, locale: "ja" | "en") => Promise<{ points: DrawnPoints; texts: DrawnText[] }>;
}

export interface DrawingRequest {
  colour: Exclude<MapColour, "similarity">;
  lang: "ja" | "en";
  theme: "light" | "dark";
  /** Pixels. */
  width: number;
}

/** What decides where points are; the rest follows from it. */
const DECIDING = new Set(["layout", "method", "unit", "language", "distance", "perplexity", "iterations", "earlyIterations", "exaggeration", "learningRate", "initialisation", "seed"]);

/** The parameters in one line, for formats that have no place of their own for them. */
export const aboutLine = (about: ExportSource["about"]): string =>
  Object.entries(about).filter(([name, value]) => value !== null && DECIDING.has(name)).map(([name, value]) => `${name} ${value}`).join("; ");
