/** Two digits after the point, which is what a difference between captions shows in. */
export function formatScore(score: number): string {
  return score.toFixed(2).replace("-", "\u2212");
}

/** A cosine as a bar from 0 to 1, with its number. @param label what the number is, for screen readers */
export function ScoreBar({ score, label }: { score: number; label: string }) {
  return (
    <span className="inline-flex items-center gap-2" title={`${label} ${score}`}>
      <span className="h-1 w-14 overflow-hidden rounded-full bg-rule" aria-hidden="true">
        <span className="block h-full bg-accent" style={{ width: `${Math.max(0, Math.min(1, score)) * 100}%` }} />
      </span>
      <span className="text-xs text-muted tabular-nums"><span className="sr-only">{label} </span>{formatScore(score)}</span>
    </span>
  );
}
