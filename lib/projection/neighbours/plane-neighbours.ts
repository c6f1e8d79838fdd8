import { boundsOf } from "../bounds";
import { NONE } from "./neighbour-graph";
import { NearestHeap } from "./nearest-heap";

/** Points a cell holds in the mean. */
const FILLING = 4;
const MOST_CELLS = 2048;

/** Points of a plane sorted into square cells. */
interface Cells {
  left: number;
  low: number;
  size: number;
  columns: number;
  rows: number;
  /** Points by cell, those of one cell ascending; and where each cell starts. */
  points: Int32Array;
  starts: Int32Array;
}

/**
 * The k nearest other points of every point of a plane, nearest first; equal distances in the order of points. A million points take some seconds.
 * @param positions n × 2
 * @returns n × k rows of points; NONE in the places of neighbours that there are not
 */
export function findPlaneNeighbours(positions: Float64Array, k: number): Int32Array {
  const count = positions.length / 2;
  const found = new Int32Array(count * k).fill(NONE);
  if (count < 2 || k < 1) return found;
  const cells = sortIntoCells(positions);
  const heap = new NearestHeap(k);
  const distances = new Float64Array(k);
  const row = new Int32Array(k);
  for (const point of cells.points) {
    heap.clear();
    searchAround(cells, positions, point, heap);
    const length = heap.drainInto(row, distances, 0);
    found.set(row.subarray(0, length), point * k);
  }
  return found;
}

function sortIntoCells(positions: Float64Array): Cells {
  const count = positions.length / 2;
  const { left, right, low, high } = boundsOf(positions);
  const width = right - left;
  const height = high - low;
  const wide = Math.max(width, height);
  // A line has no area: its cells are as many as points would fill.
  const area = Math.max(width * height, (wide * wide * FILLING) / count);
  const size = wide > 0 ? Math.max(Math.sqrt((area * FILLING) / count), wide / MOST_CELLS) : 1;
  const columns = Math.floor(width / size) + 1;
  const rows = Math.floor(height / size) + 1;
  const starts = new Int32Array(columns * rows + 1);
  const cellOf = (i: number) => Math.floor((positions[2 * i + 1]! - low) / size) * columns + Math.floor((positions[2 * i]! - left) / size);
  for (let i = 0; i < count; i++) starts[cellOf(i) + 1]!++;
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const points = new Int32Array(count);
  for (let i = 0; i < count; i++) points[next[cellOf(i)]!++] = i;
  return { left, low, size, columns, rows, points, starts };
}

/** Offers ring after ring of cells, until no point outside can be nearer than those found. Distances are squared. */
function searchAround(cells: Cells, positions: Float64Array, point: number, heap: NearestHeap): void {
  const { left, low, size, columns, rows } = cells;
  const x = positions[2 * point]! - left;
  const y = positions[2 * point + 1]! - low;
  const column = Math.floor(x / size);
  const row = Math.floor(y / size);
  const furthest = Math.max(column, columns - 1 - column, row, rows - 1 - row);
  for (let ring = 0; ring <= furthest; ring++) {
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const whole = r === row - ring || r === row + ring;
      const step = whole || ring === 0 ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += step) if (c >= 0 && c < columns) offerCell(cells, positions, point, r * columns + c, heap);
    }
    const margin = Math.min(x - (column - ring) * size, (column + ring + 1) * size - x, y - (row - ring) * size, (row + ring + 1) * size - y);
    if (heap.full && heap.bar < margin * margin) return;
  }
}

function offerCell({ points, starts }: Cells, positions: Float64Array, point: number, cell: number, heap: NearestHeap): void {
  const x = positions[2 * point]!;
  const y = positions[2 * point + 1]!;
  for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
    const other = points[at]!;
    if (other === point) continue;
    const dx = x - positions[2 * other]!;
    const dy = y - positions[2 * other + 1]!;
    heap.offer(other, dx * dx + dy * dy);
    // Later points of the cell have higher rows: none can take the place of one that is in the very same spot.
    if (heap.full && heap.bar === 0) return;
  }
}
