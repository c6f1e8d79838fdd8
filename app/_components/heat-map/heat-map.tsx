"use client";

import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { HeatMapHead } from "./heat-map-head";
import { HeatMapRow } from "./heat-map-row";
import { HeatScale } from "./heat-scale";
import { mostAlikePair } from "./most-alike-pair";
import { moveCell, type Cell } from "./move-cell";
import { PairDetail, type PairLink } from "./pair-detail";

export interface HeatMapCaption {
  id: string;
  language: string;
  /** The language as its captions are marked. */
  mark: string;
  text: string;
}

interface Props {
  captions: HeatMapCaption[];
  similarities: (number | null)[][];
  labels: { map: string; hint: string; scale: string; similarity: string };
  pairLink?: PairLink;
}

/** Up to this many captions, cells are wide enough for their number. */
const WITH_NUMBERS = 12;

function cellOf(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = cell?.dataset.cell?.split(",").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** The similarities of all captions of an image with each other. It begins with the most alike pair. The active cell is in the tab order; arrow keys move on from it. */
export function HeatMap({ captions, similarities, labels, pairLink }: Props) {
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(() => mostAlikePair(similarities));

  const follow = (event: SyntheticEvent) => {
    const cell = cellOf(event.target);
    if (cell && (cell.row !== active.row || cell.column !== active.column)) setActive(cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = cellOf(event.target);
    const to = from && moveCell(from, event.key, event.ctrlKey, captions.length);
    if (!to) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row},${to.column}"]`)?.focus();
  };
  const numbers = captions.length <= WITH_NUMBERS;
  return (
    <div className="mt-6 flex flex-wrap items-start gap-x-12 gap-y-6">
      <div className="max-w-full min-w-0">
        <div className="relative overflow-x-auto overscroll-x-contain pb-1">
          <table ref={grid} role="grid" aria-label={labels.map} aria-readonly="true" onPointerOver={follow} onFocus={follow} onKeyDown={onKeyDown} className="border-separate border-spacing-0.5 text-xs tabular-nums">
            <HeatMapHead captions={captions} activeColumn={active.column} />
            <tbody>
              {similarities.map((values, row) => (
                <HeatMapRow key={captions[row]?.id} row={row} values={values} captions={captions} numbers={numbers}
                  activeColumn={active.row === row ? active.column : null} />
              ))}
            </tbody>
          </table>
        </div>
        <HeatScale label={labels.scale} />
      </div>
      <PairDetail captions={captions} similarities={similarities} cell={active} hint={labels.hint} similarity={labels.similarity} pairLink={pairLink} />
    </div>
  );
}
