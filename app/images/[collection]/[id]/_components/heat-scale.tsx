/** What the colours of the map mean. */
export function HeatScale({ label }: { label: string }) {
  return (
    <div role="img" aria-label={label} className="mt-4 flex items-center gap-2.5 text-xs text-muted tabular-nums">
      <span>0</span>
      <span className="h-2 w-40 rounded-full border border-rule" style={{ background: "linear-gradient(in oklab to right, var(--heat-low), var(--heat-high))" }} />
      <span>1</span>
    </div>
  );
}
