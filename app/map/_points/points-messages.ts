import type { Vertices } from "./vertices";

/** What the page asks of the worker: the parts of a layout, in their order. */
export interface PointsOrder {
  addresses: string[];
  /** Points of each part. */
  counts: number[];
}

export type PointsMessage =
  | { kind: "points"; start: number; vertices: Vertices }
  /** A KDBush over all points, in 65 535ths; comes last. */
  | { kind: "index"; data: ArrayBufferLike }
  | { kind: "failed"; message: string };
