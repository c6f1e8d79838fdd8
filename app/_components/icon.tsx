/** Drawn on 24 × 24, in strokes. */
const shapes = {
  search: "M15.5 15.5 21 21M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0",
  light: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
  dark: "M20 13.5A8 8 0 1 1 10.5 4a6.5 6.5 0 0 0 9.5 9.5z",
  system: "M4 4.5h16v11H4zM8.5 20h7M12 15.5V20",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  left: "M19 12H5M12 5l-7 7 7 7",
  right: "M5 12h14M12 5l7 7-7 7",
  leave: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M7 7l10 10M17 7 7 17",
  alert: "M12 4.5 2.8 20h18.4zM12 10v4.5M12 17.2v.1",
  clock: "M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M12 7v5l3.5 2",
  running: "M20.5 12A8.5 8.5 0 1 1 12 3.5",
  stop: "M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M6 18 18 6",
  again: "M19.5 8.5A8 8 0 1 0 20 13M20 4v4.5h-4.5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  trash: "M4 7h16M9.5 7V4h5v3M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5",
  archive: "M4 4.5h16v4H4zM5.5 8.5V20h13V8.5M10 12.5h4",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  chart: "M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6",
  similar: "M4 9.5c2.7-3 5.3-3 8 0s5.3 3 8 0M4 16.5c2.7-3 5.3-3 8 0s5.3 3 8 0",
};

/** Decoration: the words stand beside it. @param className its size and colour */
export function Icon({ name, className }: { name: keyof typeof shapes; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" className={className}>
      <path d={shapes[name]} />
    </svg>
  );
}
