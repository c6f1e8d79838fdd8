"use client";

import clsx from "clsx";
import { memo } from "react";
import type { HeatMapCaption } from "./heat-map";
import { HeatMapCell } from "./heat-map-cell";
import { languageRuns } from "./language-runs";

interface Props {
  row: number;
  values: (number | null)[];
  captions: HeatMapCaption[];
  numbers: boolean;
  /** The column of the active cell, where it is in this row. */
  activeColumn: number | null;
}

/** Drawn anew only where the active cell comes or goes: a map may have 1 600 cells. */
export const HeatMapRow = memo(function HeatMapRow({ row, values, captions, numbers, activeColumn }: Props) {
  const run = languageRuns(captions).find(({ start }) => start === row);
  const caption = captions[row];
  return (
    <tr>
      {run && <td rowSpan={run.length} aria-hidden="true" className="border-r border-edge pr-1 text-center text-muted"><span className="inline-block whitespace-nowrap [writing-mode:vertical-rl]">{run.mark}</span></td>}
      <th scope="row" aria-label={`${row + 1}: ${caption?.text}`} lang={caption?.language} className={clsx("sticky left-0 z-10 min-w-6 bg-paper px-1 text-right font-normal", activeColumn === null ? "text-muted" : "font-medium text-accent")}>{row + 1}</th>
      {values.map((value, column) => (
        <HeatMapCell key={captions[column]?.id} row={row} column={column} value={value} numbers={numbers} active={column === activeColumn} />
      ))}
    </tr>
  );
});
