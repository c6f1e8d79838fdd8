import { boundsOf } from "@/lib/projection/bounds";

/** Cells a side for a point on each of its rows, were points evenly spread; within these bounds. */
const CELLS_A_POINT = 0.5;
const FEWEST_CELLS = 16;
const MOST_CELLS = 512;

/** A binomial kernel of five, applied twice in each direction: all but a Gaussian of variance 2; and the share of a point that stays in its cell. */
const PASSES = 2;
const PEAK = (70 / 256) ** 2;

/** Cells around all points that the kernel reaches. */
const MARGIN = 4;

/** Highest code: where the map is densest. */
const DENSEST = 255;

/** Counts on square cells, `size` a side. */
interface Grid {
  values: Float64Array;
  size: number;
  left: number;
  low: number;
  /** Cells a unit of the layout. */
  scale: number;
}

/**
 * How many points are around each: those of the whole map, weighted by a Gaussian with a deviation of 1.4 cells of a grid and a peak of 1. The grid has up to 512 cells a side. Linear in the points.
 * @param positions n × 2
 * @returns by point, 255 · log(1 + d) / log(1 + densest) for d points around it; and the highest d, rounded; 0 where there is no point
 */
export function measureDensity(positions: Float64Array): { density: Uint8Array; densest: number } {
  const count = positions.length / 2;
  const grid = spreadPoints(positions);
  for (let pass = 0; pass < PASSES; pass++) smooth(grid);
  const around = Float64Array.from({ length: count }, (_, i) => readGrid(grid, positions[2 * i]!, positions[2 * i + 1]!) / PEAK);
  const most = around.reduce((highest, value) => Math.max(highest, value), 0);
  const scale = DENSEST / Math.log1p(most);
  return { density: Uint8Array.from(around, (value) => Math.round(scale * Math.log1p(value))), densest: Math.round(most) };
}

function createGrid(positions: Float64Array): Grid {
  const cells = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, Math.round(CELLS_A_POINT * Math.sqrt(positions.length / 2))));
  const size = cells + 2 * MARGIN;
  const { left, right, low, high } = boundsOf(positions);
  const extent = Math.max(right - left, high - low);
  const scale = extent > 0 ? (cells - 1) / extent : 0;
  return { values: new Float64Array(size * size), size, left, low, scale };
}

/** Each point is shared among the four cells around it, by how near their middles are. */
function spreadPoints(positions: Float64Array): Grid {
  const grid = createGrid(positions);
  const { values, size } = grid;
  for (let i = 0; i < positions.length; i += 2) {
    const { at, right, up } = place(grid, positions[i]!, positions[i + 1]!);
    values[at]! += (1 - right) * (1 - up);
    values[at + 1]! += right * (1 - up);
    values[at + size]! += (1 - right) * up;
    values[at + size + 1]! += right * up;
  }
  return grid;
}

/** Between the same four cells. */
function readGrid(grid: Grid, x: number, y: number): number {
  const { values, size } = grid;
  const { at, right, up } = place(grid, x, y);
  return (1 - up) * ((1 - right) * values[at]! + right * values[at + 1]!) + up * ((1 - right) * values[at + size]! + right * values[at + size + 1]!);
}

/** The cell to the lower left of a place, and how far from its middle the place is, in cells. */
function place({ size, left, low, scale }: Grid, x: number, y: number): { at: number; right: number; up: number } {
  const column = MARGIN + (x - left) * scale;
  const row = MARGIN + (y - low) * scale;
  return { at: Math.floor(row) * size + Math.floor(column), right: column - Math.floor(column), up: row - Math.floor(row) };
}

/** Weighs each cell with its neighbours by 1 4 6 4 1, along rows and along columns. Nothing is outside the grid. */
function smooth(grid: Grid): void {
  const { values, size } = grid;
  const line = new Float64Array(size + 4);
  for (const [along, across] of [[1, size], [size, 1]] as const) {
    for (let start = 0; start < size * across; start += across) {
      for (let i = 0; i < size; i++) line[i + 2] = values[start + i * along]!;
      for (let i = 0; i < size; i++) values[start + i * along] = (line[i]! + 4 * line[i + 1]! + 6 * line[i + 2]! + 4 * line[i + 3]! + line[i + 4]!) / 16;
    }
  }
}
