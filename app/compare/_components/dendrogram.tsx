import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { Comparison } from "@/lib/features/comparison/comparison-types";
import { linesOf } from "@/lib/features/comparison/draw-comparison";
import { groupColour } from "./group-colour";

const ROW = 28;
const WIDTH = 150;

/** The sentences in the order of what is alike, with the tree that joins them. */
export async function Dendrogram({ comparison: { tree, order, sentences } }: { comparison: Comparison }) {
  const t = await getTranslator();
  const lines = linesOf(tree);
  const farthest = Math.max(1e-6, ...lines.map(({ distance }) => distance));
  const x = (distance: number) => (4 + (1 - distance / farthest) * (WIDTH - 8)).toFixed(1);
  const y = (leaf: number) => ((leaf + 0.5) * ROW).toFixed(1);
  const path = lines.map(({ from, to, distance, ends }) => `M${x(ends[0])} ${y(from)}H${x(distance)}V${y(to)}H${x(ends[1])}`).join("");
  return (
    <section aria-labelledby="tree" className="min-w-0">
      <h2 id="tree" className="text-xl font-semibold">{t("compare.tree")}</h2>
      <p className="mt-1.5 text-sm leading-relaxed text-muted">{t("compare.treeBody", { farthest: formatScore(1 - farthest) })}</p>
      <div className="mt-5 flex">
        <svg width={WIDTH} height={order.length * ROW} viewBox={`0 0 ${WIDTH} ${order.length * ROW}`} aria-hidden="true" className="w-20 shrink-0 sm:w-auto" preserveAspectRatio="none"><path d={path} fill="none" stroke="var(--edge)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" /></svg>
        <ol className="min-w-0 flex-1">
          {order.map((i) => (
            <li key={i} className="flex items-center gap-2 pl-2 text-sm" style={{ height: ROW }}>
              <span aria-hidden="true" className="size-2 shrink-0 rounded-full" style={{ background: groupColour(sentences[i]!.group) }} />
              <span className="w-6 shrink-0 text-right text-xs text-muted tabular-nums">{i + 1}</span>
              <span lang={sentences[i]!.language ?? undefined} title={sentences[i]!.text} className="min-w-0 truncate">{sentences[i]!.text}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
