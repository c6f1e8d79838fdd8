import { type MapFrame, toMap } from "../frame";
import { nearestCell, type PointGrid, spreadPoints } from "../point-grid";

/** Parts of the map, the largest first, each around a place that is denser than all about it. */
export interface Regions {
  /** Map coordinates of the middle of each: the mean of its points close to that place. */
  x: Float64Array;
  y: Float64Array;
  /** The points of region r are points[starts[r]] to before points[starts[r + 1]], ascending. */
  points: Int32Array;
  starts: Int32Array;
}

/** Cells from the densest one whose points make the middle. */
const MIDDLE = 1;

/**
 * Each point belongs to the region whose peak is reached uphill from it, over a smoothed density on a grid: mean shift, in steps of a cell, as a watershed finds basins. Linear in points and cells.
 * Source: D. Comaniciu and P. Meer, Mean shift (IEEE TPAMI 24, 2002).
 * @param positions n × 2   @param cells of the grid, a side: the more, the smaller the regions   @param fewest points a region has
 */
export function findRegions(positions: Float64Array, frame: MapFrame, cells: number, fewest: number): Regions {
  const grid = spreadPoints(positions, frame, cells);
  const cellOf = Int32Array.from({ length: positions.length / 2 }, (_, i) => nearestCell(grid, positions[2 * i]!, positions[2 * i + 1]!));
  const peaks = climb(grid);
  const counts = new Map<number, number>();
  for (const cell of cellOf) counts.set(peaks[cell]!, (counts.get(peaks[cell]!) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewest).sort(([a, n], [b, m]) => m - n || a - b);
  const starts = new Int32Array(kept.length + 1);
  kept.forEach(([, count], region) => (starts[region + 1] = starts[region]! + count));
  const regionOf = new Map(kept.map(([peak], region) => [peak, region]));
  const points = new Int32Array(starts[kept.length]!);
  const next = starts.slice();
  cellOf.forEach((cell, point) => {
    const region = regionOf.get(peaks[cell]!);
    if (region !== undefined) points[next[region]!++] = point;
  });
  return { points, starts, ...findMiddles(positions, frame, grid, kept.map(([peak]) => peak), { points, starts }, cellOf) };
}

/** The peak that is reached from each cell by going to the highest of its neighbours, again and again; of equal ones to the first. */
function climb({ values, size }: PointGrid): Int32Array {
  const up = Int32Array.from({ length: values.length }, (_, cell) => highestAround(values, size, cell));
  for (let cell = 0; cell < up.length; cell++) {
    let peak = cell;
    while (up[peak] !== peak) peak = up[peak]!;
    for (let at = cell; up[at] !== peak; ) [at, up[at]] = [up[at]!, peak];
  }
  return up;
}

function highestAround(values: Float64Array, size: number, cell: number): number {
  const column = cell % size;
  const row = (cell - column) / size;
  let best = cell;
  for (let r = Math.max(0, row - 1); r <= Math.min(size - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(size - 1, column + 1); c++) {
      const other = r * size + c;
      if (values[other]! > values[best]! || (values[other] === values[best] && other < best)) best = other;
    }
  }
  return best;
}

function findMiddles(positions: Float64Array, frame: MapFrame, { size }: PointGrid, peaks: readonly number[], { points, starts }: Pick<Regions, "points" | "starts">, cellOf: Int32Array) {
  const x = new Float64Array(peaks.length);
  const y = new Float64Array(peaks.length);
  peaks.forEach((peak, region) => {
    const all = points.subarray(starts[region], starts[region + 1]);
    const close = all.filter((point) => Math.abs((cellOf[point]! % size) - (peak % size)) <= MIDDLE && Math.abs(Math.floor(cellOf[point]! / size) - Math.floor(peak / size)) <= MIDDLE);
    const used = close.length > 0 ? close : all;
    const mean = (axis: 0 | 1) => used.reduce((sum, point) => sum + positions[2 * point + axis]!, 0) / used.length;
    ({ x: x[region], y: y[region] } = toMap(frame, mean(0), mean(1)));
  });
  return { x, y };
}
