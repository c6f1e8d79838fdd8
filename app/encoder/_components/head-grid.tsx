"use client";

import clsx from "clsx";
import Link from "next/link";
import { useRef, type KeyboardEvent } from "react";
import { headAt, moveHead } from "./move-head";

interface Props {
  layers: number;
  heads: number;
  /** The head that is shown large, from 1. */
  layer: number;
  head: number;
  /** Address of a picture of all heads. */
  picture: string;
  /** Address of the page with none of them. */
  base: string;
  labels: { grid: string; picture: string; layer: string; head: string };
}

/** All heads as one picture, and over it a link each. The one that is shown is in the tab order; arrow keys lead on from it. */
export function HeadGrid({ layers, heads, layer, head, picture, base, labels }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = headAt(event.target);
    const to = from && moveHead(from, event.key, layers, heads);
    if (!to) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-head="${to.layer},${to.head}"]`)?.focus();
  };
  const href = (l: number, h: number) => `${base}${base.includes("?") ? "&" : "?"}layer=${l}&head=${h}#head`;
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 text-[0.6875rem] text-muted tabular-nums">
      <span aria-hidden="true" className="col-start-2 grid" style={{ gridTemplateColumns: `repeat(${heads}, 1fr)` }}>{Array.from({ length: heads }, (_, i) => <span key={i} className="text-center">{i + 1}</span>)}</span>
      <span aria-hidden="true" className="grid" style={{ gridTemplateRows: `repeat(${layers}, 1fr)` }}>{Array.from({ length: layers }, (_, i) => <span key={i} className="self-center text-right">{i + 1}</span>)}</span>
      {/* The keys only move the focus from link to link. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={grid} onKeyDown={onKeyDown} className="relative overflow-hidden rounded-xs border border-rule bg-card">
        <img src={picture} alt={labels.picture} className="block aspect-square w-full [image-rendering:pixelated]" />
        <nav aria-label={labels.grid} className="absolute inset-0 grid" style={{ gridTemplateColumns: `repeat(${heads}, 1fr)`, gridTemplateRows: `repeat(${layers}, 1fr)` }}>
          {Array.from({ length: layers * heads }, (_, i) => {
            const [l, h] = [Math.floor(i / heads) + 1, (i % heads) + 1];
            const shown = l === layer && h === head;
            return (
              <Link key={i} href={href(l, h)} prefetch={false} scroll={false} replace data-head={`${l},${h}`} tabIndex={shown ? 0 : -1} aria-current={shown ? "true" : undefined} aria-label={`${labels.layer} ${l}, ${labels.head} ${h}`} title={`${labels.layer} ${l}, ${labels.head} ${h}`}
                className={clsx("border-r border-b border-rule hover:bg-accent/15 focus-visible:outline-offset-0", shown && "relative z-10 outline-2 outline-ink")} />
            );
          })}
        </nav>
      </div>
    </div>
  );
}
