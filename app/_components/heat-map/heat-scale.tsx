/** Captions that have nothing in common still have about this cosine. */
const COLDEST = 0.2;

/** A cosine as a share, 0 to 1, of the way from the cold to the hot colour: the same on every page. */
export function heatOf(cosine: number): number {
  return Math.max(0, Math.min(1, (cosine - COLDEST) / (1 - COLDEST)));
}

/** What the colours of the map mean. */
export function HeatScale({ label }: { label: string }) {
  return (
    <div role="img" aria-label={label} className="mt-4 flex items-center gap-2.5 text-xs text-muted tabular-nums">
      <span>{COLDEST}</span>
      <span className="h-2 w-40 rounded-full border border-rule" style={{ background: "linear-gradient(in oklab to right, var(--heat-low), var(--heat-high))" }} />
      <span>1</span>
    </div>
  );
}
