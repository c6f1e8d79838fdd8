import clsx from "clsx";
import type { ExplainedWord } from "@/lib/features/explanation/explanation";

interface Props {
  word: ExplainedWord;
  /** Left and upper edge, and width, in units of the drawing. */
  x: number;
  y: number;
  width: number;
  /** Of its strongest link; 0 where it has none. */
  strength: number;
  /** Its contribution, as a share of the largest. */
  share: number;
}

/** Height of a word with its bar. */
export const WORD_HEIGHT = 34;

const PADDING = 5;

/** A word on a ground as dark as its strongest link, and under it a bar as long as its contribution; an outlined one where the texts are more alike without the word. */
export function WordMark({ word, x, y, width, strength, share }: Props) {
  const bar = Math.min(1, Math.abs(share)) * width;
  return (
    <g>
      {strength > 0 && <rect x={x} y={y} width={width} height={26} rx={4} className="fill-accent-soft" fillOpacity={(0.25 + 0.75 * strength).toFixed(2)} />}
      <text x={x + PADDING} y={y + 19} textLength={(width - 2 * PADDING).toFixed(1)} lengthAdjust="spacingAndGlyphs" className={clsx("text-base", strength > 0 ? "fill-ink" : "fill-muted")}>{word.text}</text>
      {word.contribution !== null && share > 0 && <rect x={x} y={y + 29} width={bar.toFixed(1)} height={4} rx={1} className="fill-cool" />}
      {word.contribution !== null && share < 0 && <rect x={x + 0.5} y={y + 29.5} width={Math.max(1, bar - 1).toFixed(1)} height={3} rx={1} className="fill-none stroke-cool" strokeDasharray="2 2" />}
    </g>
  );
}
