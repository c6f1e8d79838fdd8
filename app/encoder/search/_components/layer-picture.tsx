import clsx from "clsx";
import { symbol, symbolStar } from "d3-shape";
import type { LayerView } from "../_lib/layer-view";

interface Props {
  view: LayerView;
  /** Null of a small one, which says no more than the words beside it. */
  label: string | null;
  /** x and y of every node and of the query, from 0 to 1. */
  places: readonly (readonly [number, number])[];
  place: readonly [number, number];
}

const SIZE = 600;
const MARGIN = 24;
/** Area of the star, in the picture's units. */
const STAR = 260;

const along = (share: number) => (MARGIN + share * (SIZE - 2 * MARGIN)).toFixed(1);

/** One layer: its nodes, the links between them, and how far the search has come. */
export function LayerPicture({ view: { nodes, links, way, seen, here, found }, label, places, place }: Props) {
  const small = label === null;
  const at = (node: number) => `${along(places[node]?.[0] ?? 0)} ${along(1 - (places[node]?.[1] ?? 0))}`;
  const lines = (pairs: readonly (readonly [number, number])[]) => pairs.map(([from, to]) => `M${at(from)}L${at(to)}`).join("");
  // Lines without a length and with round ends: many dots in one element.
  const dots = (dotted: readonly number[]) => dotted.map((node) => `M${at(node)}h0`).join("");
  const dot = (small ? 2.4 : 1) * 7;
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} {...(small ? { "aria-hidden": true } : { role: "img", "aria-label": label })} strokeLinecap="round" fill="none" className={clsx("w-full", !small && "rounded-md border border-rule bg-card")}>
      <path d={lines(links)} className="stroke-rule" strokeWidth={small ? 2 : 1} />
      <path d={symbol(symbolStar, small ? 4 * STAR : STAR)() ?? ""} transform={`translate(${along(place[0])} ${along(1 - place[1])})`} className="fill-good stroke-card" strokeWidth="2" />
      <path d={dots(nodes)} className="stroke-edge" strokeWidth={dot} />
      <path d={dots(seen)} className="stroke-ink" strokeWidth={dot} />
      <path d={lines(way)} className="stroke-accent" strokeWidth={small ? 6 : 3} />
      <path d={dots(found)} className="stroke-accent" strokeWidth={dot * 1.5} />
      {here && (
        <>
          <path d={lines(here.computed.map((node) => [here.node, node] as const))} className="stroke-cool" strokeWidth={small ? 5 : 2} />
          <path d={dots(here.computed)} className="stroke-cool" strokeWidth={dot * 1.5} />
          <path d={dots(here.kept)} className="stroke-accent" strokeWidth={dot * 0.7} />
          <path d={dots([here.node])} className="stroke-ink" strokeWidth={dot * 2.4} />
          <path d={dots([here.node])} className="stroke-card" strokeWidth={dot * 1.2} />
        </>
      )}
    </svg>
  );
}
