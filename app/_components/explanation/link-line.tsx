/** A line between two words that meet, as wide as they do so surely; broken where that is less than even. */
export function LinkLine({ d, strength }: { d: string; strength: number }) {
  return <path d={d} className="fill-none stroke-accent" strokeWidth={(0.75 + 2.25 * strength).toFixed(2)} strokeOpacity={(0.35 + 0.65 * strength).toFixed(2)} strokeDasharray={strength < 0.5 ? "4 3" : undefined} />;
}
