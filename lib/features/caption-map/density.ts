import { boundsOf } from "@/lib/projection/bounds";
import { PEAK, readGrid, spreadPoints } from "./point-grid";

/** Cells a side for a point on each of its rows, were points evenly spread; within these bounds. */
const CELLS_A_POINT = 0.5;
const FEWEST_CELLS = 16;
const MOST_CELLS = 512;

/** Highest code: where the map is densest. */
const DENSEST = 255;

/**
 * How many points are around each: those of the whole map, weighted by a Gaussian with a deviation of 1.4 cells of a grid and a peak of 1. The grid has up to 512 cells a side. Linear in the points.
 * @param positions n × 2
 * @returns by point, 255 · log(1 + d) / log(1 + densest) for d points around it; and the highest d, rounded; 0 where there is no point
 */
export function measureDensity(positions: Float64Array): { density: Uint8Array; densest: number } {
  const count = positions.length / 2;
  if (count === 0) return { density: new Uint8Array(0), densest: 0 };
  const cells = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, Math.round(CELLS_A_POINT * Math.sqrt(count))));
  const { left, right, low, high } = boundsOf(positions);
  const grid = spreadPoints(positions, { left, low, side: Math.max(right - left, high - low) }, cells);
  const around = Float64Array.from({ length: count }, (_, i) => readGrid(grid, positions[2 * i]!, positions[2 * i + 1]!) / PEAK);
  const most = around.reduce((highest, value) => Math.max(highest, value), 0);
  const scale = DENSEST / Math.log1p(most);
  return { density: Uint8Array.from(around, (value) => Math.round(scale * Math.log1p(value))), densest: Math.round(most) };
}
