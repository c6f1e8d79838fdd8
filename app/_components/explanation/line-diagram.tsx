import type { ExplainedText, Explanation } from "@/lib/features/explanation/explanation";
import { LinkLine } from "./link-line";
import { placeInLine } from "./place-words";
import { WORD_HEIGHT, WordMark } from "./word-mark";
import { contributionShares, strongest } from "./word-shares";

const GAP = 64;

/** Length of the longer line, in pixels at full size. */
export const lineWidth = ({ a, b }: Explanation): number => Math.max(placeInLine(a).width, placeInLine(b).width);

/** Both texts as lines, one above the other, with curves between words that meet. Decoration: a table says the same. */
export function LineDiagram({ explanation }: { explanation: Explanation }) {
  const { a, b, links } = explanation;
  const width = lineWidth(explanation);
  const [upper, lower] = [placeInLine(a), placeInLine(b)];
  const middle = (line: typeof upper, i: number) => (width - line.width) / 2 + line.words[i]!.x + line.words[i]!.width / 2;
  const [top, bottom] = [WORD_HEIGHT + 1, WORD_HEIGHT + GAP];
  return (
    <svg aria-hidden="true" viewBox={`-1 0 ${(width + 2).toFixed(0)} ${2 * WORD_HEIGHT + GAP + 2}`} style={{ maxWidth: `${width + 2}px` }} className="w-full">
      {links.map((link) => {
        const [from, to, bend] = [middle(upper, link.a), middle(lower, link.b), GAP / 2];
        return <LinkLine key={`${link.a} ${link.b}`} d={`M${from.toFixed(1)} ${top}C${from.toFixed(1)} ${top + bend} ${to.toFixed(1)} ${bottom - bend} ${to.toFixed(1)} ${bottom}`} strength={link.strength} />;
      })}
      <Line text={a} line={upper} left={(width - upper.width) / 2} y={0} strengths={strongest(a, links, "a")} />
      <Line text={b} line={lower} left={(width - lower.width) / 2} y={bottom} strengths={strongest(b, links, "b")} />
    </svg>
  );
}

function Line({ text, line, left, y, strengths }: { text: ExplainedText; line: ReturnType<typeof placeInLine>; left: number; y: number; strengths: number[] }) {
  const shares = contributionShares(text);
  return line.words.map(({ x, width }, i) => <WordMark key={i} word={text.words[i]!} x={left + x} y={y} width={width} strength={strengths[i]!} share={shares[i]!} />);
}
