export interface Cell {
  row: number;
  column: number;
}

/** Where a key leads within a square grid: arrows, Home and End along the row, with Ctrl to its corners. Null: nowhere. */
export function moveCell({ row, column }: Cell, key: string, ctrl: boolean, size: number): Cell | null {
  const last = size - 1;
  const targets: Record<string, Cell> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: ctrl ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrl ? { row: last, column: last } : { row, column: last },
  };
  const to = targets[key];
  return to && Math.min(to.row, to.column) >= 0 && Math.max(to.row, to.column) <= last ? to : null;
}
