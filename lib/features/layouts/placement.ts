import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";

/** Where the points of a layout are, and how they came there. */
export interface Placement {
  /** count × 2, by point. */
  positions: Float64Array;
  /** Of at least QUALITY_NEIGHBOURS neighbours, where there are so many points; its distances may be overwritten. */
  graph: NeighbourGraph;
  /** KL divergence in nats; null where it was not measured. */
  divergence: number | null;
  parameters: LayoutView["parameters"];
  /** Mean and axes of principal components, one after another. */
  axes: Float64Array | null;
}

/** Neighbours that the quality of a layout is measured by. */
export const QUALITY_NEIGHBOURS = 30;
