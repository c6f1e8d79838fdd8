import Link from "next/link";
import { formatScore } from "@/app/_components/score-bar";
import type { HeatMapCaption } from "./heat-map";
import type { Cell } from "./move-cell";

interface Props {
  captions: HeatMapCaption[];
  similarities: (number | null)[][];
  cell: Cell;
  hint: string;
  similarity: string;
  pairLink?: PairLink | undefined;
}

/** Where a pair of captions is told more of. */
export interface PairLink {
  text: string;
  /** The address, `{a}` and `{b}` standing for the ids of the two. */
  href: string;
}

/** The two captions of the active cell and their similarity, and how to see others. */
export function PairDetail({ captions, similarities, cell, hint, similarity, pairLink }: Props) {
  const value = similarities[cell.row]?.[cell.column] ?? null;
  const [a, b] = [captions[cell.row]?.id ?? "", captions[cell.column]?.id ?? ""];
  return (
    <div className="sticky bottom-0 z-20 min-h-44 min-w-64 flex-1 basis-72 border-t border-rule bg-paper pt-4 pb-2">
      <p className="flex items-baseline gap-3"><span className="text-sm text-muted">{similarity}</span><span className="text-2xl font-medium tabular-nums">{value === null ? "–" : formatScore(value)}</span></p>
      <ol className="mt-3 space-y-3">
        {[...new Set([cell.row, cell.column])].map((i) => (
          <li key={i} className="grid grid-cols-[1.75rem_1fr]">
            <span className="pt-0.5 text-sm text-muted tabular-nums">{i + 1}</span>
            <span lang={captions[i]?.language} className="caption-text">{captions[i]?.text}</span>
          </li>
        ))}
      </ol>
      {pairLink && a !== b && <p className="mt-4"><Link href={pairLink.href.replace("{a}", a).replace("{b}", b)} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{pairLink.text}</Link></p>}
      <p className="mt-4 text-sm text-muted">{hint}</p>
    </div>
  );
}
