import type { Cell } from "./move-cell";

/** The pair of different captions with the highest similarity, above the diagonal; the first cell where nothing is known. */
export function mostAlikePair(similarities: (number | null)[][]): Cell {
  let best: Cell = { row: 0, column: Math.min(1, similarities.length - 1) };
  let highest = -Infinity;
  similarities.forEach((values, row) =>
    values.forEach((value, column) => {
      if (column <= row || value === null || value <= highest) return;
      highest = value;
      best = { row, column };
    }),
  );
  return best;
}
