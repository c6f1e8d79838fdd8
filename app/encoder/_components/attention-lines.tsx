"use client";

import clsx from "clsx";
import Link from "next/link";
import { useState } from "react";

interface Props {
  pieces: readonly string[];
  /** By the piece that looks, then by the one that is looked at. */
  weights: readonly (readonly number[])[];
  /** The piece whose lines are shown alone. */
  chosen: number | null;
  /** Where each piece leads: to its lines alone, or back to all. */
  links: readonly string[];
  labels: {
    from: string;
    at: string;
    /** Where each piece leads, in words. */
    follow: readonly string[];
  };
}

/** Weaker lines are left out: there are as many as pieces squared. */
const FAINTEST = 0.03;
const THICKEST = 5;

/** Pieces that look on the left, pieces that are looked at on the right, and lines as strong as the attention between. Pointing at a piece shows its lines alone. */
export function AttentionLines({ pieces, weights, chosen, links, labels }: Props) {
  const [pointed, point] = useState<number | null>(null);
  const shown = pointed ?? chosen;
  const row = shown === null ? null : weights[shown];
  return (
    <div className="mt-4">
      <div className="grid grid-cols-[auto_minmax(5rem,1fr)_auto] text-sm">
        <span className="pb-1 text-right text-xs text-muted">{labels.from}</span><span /><span className="pb-1 pl-2 text-xs text-muted">{labels.at}</span>
        <ul aria-label={labels.from}>
          {pieces.map((piece, i) => (
            <li key={i} className="h-7 text-right">
              <Link href={links[i] ?? ""} prefetch={false} scroll={false} replace aria-label={labels.follow[i]} aria-current={i === chosen ? "true" : undefined} onPointerEnter={() => point(i)} onPointerLeave={() => point(null)} onFocus={() => point(i)} onBlur={() => point(null)}
                className={clsx("inline-flex h-6 min-w-6 items-center justify-end rounded-xs px-1.5 whitespace-nowrap hover:bg-accent-soft", i === chosen && "bg-accent-soft font-medium", shown !== null && i !== shown && "text-muted")}>{piece}</Link>
            </li>
          ))}
        </ul>
        <svg aria-hidden="true" viewBox={`0 0 100 ${pieces.length}`} preserveAspectRatio="none" className="w-full text-accent" style={{ height: `${pieces.length * 1.75}rem` }}>
          {weights.map((looks, query) => (shown !== null && query !== shown ? null : looks.map((weight, key) => weight >= FAINTEST && (
            <path key={`${query} ${key}`} d={`M0 ${query + 0.43}L100 ${key + 0.43}`} stroke="currentColor" strokeWidth={(THICKEST * weight).toFixed(2)} strokeOpacity={Math.min(1, 0.15 + weight).toFixed(2)} vectorEffect="non-scaling-stroke" />
          ))))}
        </svg>
        <ul aria-label={labels.at}>
          {pieces.map((piece, i) => (
            <li key={i} className={clsx("flex h-7 items-start pl-2 leading-6 whitespace-nowrap", row && (row[i] ?? 0) < FAINTEST && "text-muted")}>
              {piece}
              <span className="w-11 pl-2 text-xs leading-6 text-muted tabular-nums">{row && (row[i] ?? 0) >= FAINTEST ? `${Math.round(100 * (row[i] ?? 0))}%` : ""}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
