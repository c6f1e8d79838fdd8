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
