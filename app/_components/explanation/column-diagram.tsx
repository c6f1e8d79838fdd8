import type { ExplainedText, Explanation } from "@/lib/features/explanation/explanation";
import { estimateWidth } from "./estimate-width";
import { LinkLine } from "./link-line";
import { WORD_HEIGHT, WordMark } from "./word-mark";
import { contributionShares, strongest } from "./word-shares";

const WIDTH = 340;
const MOST = 128;
const ROW = WORD_HEIGHT + 2;

const widthOf = (word: string) => Math.min(MOST, estimateWidth(word) * 16 + 10);

/** Both texts as columns, side by side, for narrow places and long texts. Decoration: a table says the same. */
export function ColumnDiagram({ explanation: { a, b, links } }: { explanation: Explanation }) {
  const rows = Math.max(a.words.length, b.words.length);
  const topOf = ({ words }: ExplainedText) => ((rows - words.length) * ROW) / 2;
  const middle = (text: ExplainedText, i: number) => topOf(text) + i * ROW + 13;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${Math.max(1, rows * ROW)}`} className="mx-auto w-full max-w-85">
      {links.map((link) => {
        const [from, to] = [widthOf(a.words[link.a]!.text), WIDTH - widthOf(b.words[link.b]!.text)];
        const [start, end] = [middle(a, link.a), middle(b, link.b)];
        const bend = (to - from) / 2;
        return <LinkLine key={`${link.a} ${link.b}`} d={`M${from.toFixed(1)} ${start}C${(from + bend).toFixed(1)} ${start} ${(to - bend).toFixed(1)} ${end} ${to.toFixed(1)} ${end}`} strength={link.strength} />;
      })}
      {([["a", a], ["b", b]] as const).map(([side, text]) => {
        const [shares, strengths] = [contributionShares(text), strongest(text, links, side)];
        return text.words.map((word, i) => <WordMark key={`${side}${i}`} word={word} x={side === "a" ? 0 : WIDTH - widthOf(word.text)} y={topOf(text) + i * ROW} width={widthOf(word.text)} strength={strengths[i]!} share={shares[i]!} />);
      })}
    </svg>
  );
}
