import { setImmediate as nextTurn } from "node:timers/promises";
import { dot, row as rowOf } from "@/lib/core/vector";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { rankOwnImage } from "../retrieval/rank-own-image";
import type { CaptionDetail } from "./finding-types";

/** Captions least like the others of their image, which are ranked exactly. */
export const ODD_CANDIDATES = 400;
const MOST = 200;
/** Rows looked at between two turns. */
const AT_ONCE = 4096;

const round = (score: number) => Math.round(score * 10_000) / 10_000;

/** Rows with a sibling, those first whose nearest sibling is furthest. */
async function leastLikeSiblings({ labels, vectors, manifest, rowsOfImage }: LoadedGeneration, signal: AbortSignal): Promise<number[]> {
  const { dimensions } = manifest.model;
  const candidates: { row: number; score: number }[] = [];
  for (let row = 0; row < manifest.count; row++) {
    let score = -Infinity;
    for (const other of rowsOfImage(labels.imageIds[row]!)) if (other !== row) score = Math.max(score, dot(rowOf(vectors, other, dimensions), rowOf(vectors, row, dimensions)));
    if (score > -Infinity) candidates.push({ row, score });
    if (row % AT_ONCE === 0) {
      await nextTurn();
      signal.throwIfAborted();
    }
  }
  return candidates.sort((a, b) => a.score - b.score || a.row - b.row).slice(0, ODD_CANDIDATES).map(({ row }) => row);
}

/** Captions that find their own image worst, of those least like its other captions. */
export async function findOddCaptions(generation: LoadedGeneration, { signal, onDone }: { signal: AbortSignal; onDone: () => void }): Promise<CaptionDetail[]> {
  const { labels, manifest } = generation;
  const all = Uint32Array.from({ length: manifest.count }, (_, row) => row);
  const scored = ({ row, score }: { row: number; score: number }) => ({ caption: labels.captionIds[row]!, score: round(score) });
  const found: CaptionDetail[] = [];
  for (const row of await leastLikeSiblings(generation, signal)) {
    const { rank, right, best } = rankOwnImage(generation, row, all);
    found.push({ caption: labels.captionIds[row]!, image: labels.imageIds[row]!, rank, nearest: scored(right), found: best && scored(best) });
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  return found.filter(({ rank }) => rank > 1).sort((a, b) => b.rank - a.rank || a.caption - b.caption).slice(0, MOST);
}
