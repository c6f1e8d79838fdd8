/** Numbers on square cells, of which points are the source. */
export interface PointGrid {
  values: Float64Array;
  /** Cells a side, the margins included. */
  size: number;
  /** Lower left corner of what is inside the margins. */
  left: number;
  low: number;
  /** Cells a unit of the layout. */
  scale: number;
}

/** A binomial kernel of five, applied twice in each direction: all but a Gaussian of variance 2; and the share of a point that stays in its cell. */
const PASSES = 2;
export const PEAK = (70 / 256) ** 2;

/** Cells around all points that the kernel reaches. */
const MARGIN = 4;

/**
 * Points around each cell, weighted by a Gaussian with a deviation of 1.4 cells: each is shared among the four cells nearest to it, and cells among their neighbours.
 * @param positions n × 2, in the square given   @param cells a side, at least 2
 * @returns weights that add up to n
 */
export function spreadPoints(positions: Float64Array, square: { left: number; low: number; side: number }, cells: number): PointGrid {
  const { left, low, side } = square;
  const size = cells + 2 * MARGIN;
  const grid = { values: new Float64Array(size * size), size, left, low, scale: side > 0 ? (cells - 1) / side : 0 };
  for (let i = 0; i < positions.length; i += 2) addPoint(grid, positions[i]!, positions[i + 1]!);
  for (let pass = 0; pass < PASSES; pass++) smooth(grid);
  return grid;
}

function addPoint(grid: PointGrid, x: number, y: number): void {
  const { values, size } = grid;
  const { at, right, up } = placeOn(grid, x, y);
  values[at]! += (1 - right) * (1 - up);
  values[at + 1]! += right * (1 - up);
  values[at + size]! += (1 - right) * up;
  values[at + size + 1]! += right * up;
}

/** The value at a place, between the four cells around it. */
export function readGrid(grid: PointGrid, x: number, y: number): number {
  const { values, size } = grid;
  const { at, right, up } = placeOn(grid, x, y);
  return (1 - up) * ((1 - right) * values[at]! + right * values[at + 1]!) + up * ((1 - right) * values[at + size]! + right * values[at + size + 1]!);
}

/** The cell nearest to a place. */
export function nearestCell(grid: PointGrid, x: number, y: number): number {
  const { at, right, up } = placeOn(grid, x, y);
  return at + (right < 0.5 ? 0 : 1) + (up < 0.5 ? 0 : grid.size);
}

/** The cell to the lower left of a place, and how far from its middle the place is, in cells. */
function placeOn({ size, left, low, scale }: PointGrid, x: number, y: number): { at: number; right: number; up: number } {
  const column = MARGIN + (x - left) * scale;
  const row = MARGIN + (y - low) * scale;
  return { at: Math.floor(row) * size + Math.floor(column), right: column - Math.floor(column), up: row - Math.floor(row) };
}

/** Weighs each cell with its neighbours by 1 4 6 4 1, along rows and along columns. Nothing is outside the grid. */
function smooth({ values, size }: PointGrid): void {
  const line = new Float64Array(size + 4);
  for (const [along, across] of [[1, size], [size, 1]] as const) {
    for (let start = 0; start < size * across; start += across) {
      for (let i = 0; i < size; i++) line[i + 2] = values[start + i * along]!;
      for (let i = 0; i < size; i++) values[start + i * along] = (line[i]! + 4 * line[i + 1]! + 6 * line[i + 2]! + 4 * line[i + 3]! + line[i + 4]!) / 16;
    }
  }
}
