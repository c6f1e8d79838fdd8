/** Drawn on 24 × 24, in strokes, as the other icons; only the map's page needs these. */
const shapes = {
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  whole: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  move: "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  lasso: "M7 18c-3.5-1.5-4.5-4-4-7 .8-4.2 5-6.5 9.5-6.5 5 0 8.5 2.7 8.5 6.5s-3.5 6.5-8.5 6.5c-2 0-3.8-.4-5.5-1.2M7 16.3c1.4 0 2.3.8 2.3 1.9S8.4 20 7 20s-2.3-.7-2.3-1.8S5.6 16.3 7 16.3z",
  box: "M4 4h4M12 4h4M20 4v4M20 12v4M20 20h-4M12 20H8M4 20v-4M4 12V8",
  along: "M7 18.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M22 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M6.5 16.5l11-9",
  colour: "M12 3.5a8.5 8.5 0 0 0 0 17c1.5 0 2-.9 2-1.8 0-1.4-.9-1.7-.9-2.8 0-.9.8-1.6 1.9-1.6h2.1c2 0 3.4-1.5 3.4-3.6C20.5 6.5 16.7 3.5 12 3.5M7.5 11.5v.1M10.5 7.7v.1M15 8v.1",
  layout: "M12 3.5 21 8.5l-9 5-9-5zM3.5 12.5 12 17.2l8.5-4.7M3.5 16.3 12 21l8.5-4.7",
  save: "M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15",
  keep: "M6.5 3.5h11v17L12 16l-5.5 4.5z",
  list: "M8.5 6H20M8.5 12H20M8.5 18H20M4 6v.1M4 12v.1M4 18v.1",
  play: "M7 4.5v15l12-7.5z",
  pause: "M8 5v14M16 5v14",
  step: "M6 5v14l9-7zM19 5v14",
} as const;

export type MapIconName = keyof typeof shapes;

export function MapIcon({ name, className = "size-4.5" }: { name: MapIconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" className={className}>
      <path d={shapes[name]} />
    </svg>
  );
}
