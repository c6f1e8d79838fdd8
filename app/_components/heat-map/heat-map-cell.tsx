import clsx from "clsx";
import type { CSSProperties } from "react";
import { formatScore } from "@/app/_components/score-bar";
import { heatOf } from "./heat-scale";

interface Props {
  row: number;
  column: number;
  value: number | null;
  numbers: boolean;
  /** The pair that is shown; the one cell in the tab order. */
  active: boolean;
}

/** A caption's similarity with itself says nothing and keeps the colour of the ground. */
export function HeatMapCell({ row, column, value, numbers, active }: Props) {
  const own = row === column;
  const score = value === null ? "–" : formatScore(value);
  const heat = own || value === null ? null : ({ "--heat": heatOf(value) } as CSSProperties);
  return (
    <td role="gridcell" data-cell={`${row},${column}`} data-heat={heat ? "" : undefined} style={heat ?? undefined} tabIndex={active ? 0 : -1} aria-label={score}
      className={clsx("cursor-default rounded-xs p-0 text-center focus-visible:outline-offset-1", numbers ? "h-10 min-w-11" : "h-6 min-w-6", !heat && "bg-sunk", active && "outline-2 outline-offset-1 outline-ink")}>
      {numbers && !own && score}
    </td>
  );
}
