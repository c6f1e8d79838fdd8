import { boundsOf } from "@/lib/projection/bounds";
import type { LayoutView } from "./map-types";
import { COORDINATE_MAX } from "./point-columns";

/** The square that is drawn, in a layout's own coordinates. */
export type MapFrame = LayoutView["frame"];

/** Free space on each side, as a share of the extent of the points. */
const MARGIN = 0.02;

/** A square around all points with a small margin. It has a side above 0 also around one point, points in one spot, and none. @param positions n × 2 */
export function frameOf(positions: Float64Array): MapFrame {
  if (positions.length === 0) return { left: 0, low: 0, side: 1 };
  const { left, right, low, high } = boundsOf(positions);
  const extent = Math.max(right - left, high - low);
  const side = extent > 0 ? (1 + 2 * MARGIN) * extent : 1;
  return { left: (left + right - side) / 2, low: (low + high - side) / 2, side };
}

/** Map coordinates of a place of the layout: 0 … 1 inside the frame, upwards. */
export const toMap = ({ left, low, side }: MapFrame, x: number, y: number): { x: number; y: number } => ({ x: (x - left) / side, y: (y - low) / side });

/** The place of the layout at map coordinates. */
export const toLayout = ({ left, low, side }: MapFrame, x: number, y: number): { x: number; y: number } => ({ x: left + x * side, y: low + y * side });

/** A map coordinate as points carry it on the wire: 16 bits; what is outside the frame is on its edge. */
export const toWire = (coordinate: number): number => Math.round(Math.min(1, Math.max(0, coordinate)) * COORDINATE_MAX);

/** The map coordinate that a point carries on the wire. */
export const fromWire = (value: number): number => value / COORDINATE_MAX;
