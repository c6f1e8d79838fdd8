import type { LayoutQuality } from "@/lib/projection/quality/measure-quality";

export const LAYOUT_METHODS = ["tsne", "pca"] as const;
export type LayoutMethod = (typeof LAYOUT_METHODS)[number];

/** What a point stands for: a caption, or an image at the mean of its captions' vectors. */
export const LAYOUT_UNITS = ["captions", "images"] as const;
export type LayoutUnit = (typeof LAYOUT_UNITS)[number];

/** How far apart two vectors are: along the straight line between their ends, or along the sphere. */
export const LAYOUT_DISTANCES = ["euclidean", "spherical"] as const;
export type LayoutDistance = (typeof LAYOUT_DISTANCES)[number];

/** Colours that images are told apart by. A point's colour code is below this, and differs from those of its neighbours of other images where it can. */
export const IMAGE_COLOURS = 16;

/** A layout as people and programs see it. Points are numbered as the parts of its binary give them: a coarse sample of the whole map first. */
export interface LayoutView {
  id: string;
  /** The generation whose vectors it shows. */
  generation: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  method: LayoutMethod;
  unit: LayoutUnit;
  /** BCP 47; null where all languages are laid out together. */
  language: string | null;
  distance: LayoutDistance;
  /** What the method was run with, by the names of the command's options in camel case. */
  parameters: Record<string, string | number>;
  /** Points. */
  count: number;
  /** Captions that the points stand for; as many as points where each is a caption. */
  captions: number;
  images: number;
  /** Points that were placed on an earlier layout, without moving the others. 0 where all were laid out together. */
  placed: number;
  /** The square that is drawn, in the layout's own coordinates: map coordinates are (x - left) / side and (y - low) / side, from 0 to 1, upwards. */
  frame: { left: number; low: number; side: number };
  /** Points of each part of the binary. */
  parts: number[];
  /** What language and collection codes stand for. */
  languages: string[];
  collections: string[];
  /** Highest number of points around one; a density of 255 stands for it (on a logarithmic scale). */
  densest: number;
  quality: LayoutQuality;
  /** What it took. */
  seconds: number;
}

/** GET /api/v1/map */
export interface MapOverview {
  /** What the map shows unless another layout is asked for; see findCurrentLayout. Null where there is none. */
  current: string | null;
  /** Newest first. */
  layouts: LayoutView[];
  /** What searches use now; null before there is an index. A layout of another one is shown until there is one of this. */
  generation: { id: string; captions: number } | null;
  /** A layout that is queued or being computed. */
  job: { id: number; state: string; stage: string | null; done: number; total: number | null; etaSeconds: number | null } | null;
}

/** Words that tell a region, in one language, the most telling first. */
export interface RegionLabel {
  /** Map coordinates of its middle. */
  x: number;
  y: number;
  /** Points in it. */
  count: number;
  /** By language of the captions (BCP 47 primary subtag: "ja", "en"); at most three words each. */
  words: Record<string, string[]>;
}

/** GET /api/v1/map/layouts/{id}/labels: level z is for a map drawn at 2^z times the size at which the whole is seen; each level stands for itself. */
export interface MapLabels {
  levels: { zoom: number; labels: RegionLabel[] }[];
}

/** One point, as words. */
export interface MapPoint {
  point: number;
  /** Map coordinates. */
  x: number;
  y: number;
  /** Null for the point of an image. */
  caption: { id: string; language: string; text: string } | null;
  image: { collection: string; id: string; url: string | null; captionCount: number };
  /** Position in the colours that images are told apart by. */
  colour: number;
}

/** GET /api/v1/map/layouts/{id}/points?… : the points asked for, each with the others of its image where `siblings` is asked for. */
export interface MapPoints {
  points: MapPoint[];
  /** Other points of the same images. */
  siblings: MapPoint[];
}

/** GET /api/v1/map/layouts/{id}/query */
export interface MapQuery {
  query: string;
  /** Where the query itself would be on this layout, in map coordinates. */
  place: { x: number; y: number };
  hits: (MapPoint & { score: number })[];
  /** Captions that score as asked, on the layout and in the area asked for. */
  total: number;
}

/** GET /api/v1/map/layouts/{id}/area: what is inside a polygon. */
export interface MapArea {
  points: number;
  captions: number;
  images: number;
  languages: { language: string; count: number }[];
  collections: { collection: string; count: number }[];
  /** Most telling words against the rest of the map, by language, with in how many captions of the area they occur. */
  words: Record<string, { word: string; count: number }[]>;
  /** The first points in it, up to what was asked for. */
  examples: MapPoint[];
}

/** One caption of a selection that is laid out on its own. */
export interface SelectionPoint {
  caption: { id: string; language: string; text: string };
  image: { collection: string; id: string; url: string | null };
}

/** GET /api/v1/map/selection: chosen captions, laid out on their own. */
export interface SelectionLayout {
  generation: string;
  method: LayoutMethod;
  parameters: Record<string, string | number>;
  points: SelectionPoint[];
  /** n × components, row-major, in the layout's own coordinates. */
  coordinates: number[];
  components: 2 | 3;
  /** Of each point: position in the colours that images are told apart by. */
  colours: number[];
  quality: LayoutQuality;
  /** Share of the variance along each axis; null for t-SNE. */
  explained: number[] | null;
  dimensions: number;
  /** n × dimensions float32, little-endian, base64, where `vectors=true` is asked for: a browser lays them out itself, live. */
  vectors: string | null;
  milliseconds: number;
}
