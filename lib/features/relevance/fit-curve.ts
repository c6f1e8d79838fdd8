import type { Hit } from "./hit";
import type { RelevanceCurve } from "./relevance-types";

/** With fewer hits, a share is told more by chance than by the score. */
const LEAST_HITS = 50;

/** Hits next to each other, taken together. */
interface Block {
  hits: number;
  same: number;
  /** Sum of cosines. */
  moment: number;
}

const EMPTY: Block = { hits: 0, same: 0, moment: 0 };
const join = (a: Block, b: Block): Block => ({ hits: a.hits + b.hits, same: a.same + b.same, moment: a.moment + b.moment });
/** With Jeffreys' half a hit on either side: where 50 of 50 show the image, the next one may still not. */
const shareOf = ({ same, hits }: Block) => (same + 0.5) / (hits + 1);

/** Blocks of equal size by falling cosine, so that the highest, of which there are few, stand by themselves; hits of one cosine stay together. */
function cut(hits: readonly Hit[]): Block[] {
  const blocks: Block[] = [];
  let open = EMPTY;
  hits.forEach(({ cosine, isSame }, i) => {
    open = join(open, { hits: 1, same: isSame ? 1 : 0, moment: cosine });
    if (open.hits < LEAST_HITS || hits[i + 1]?.cosine === cosine) return;
    blocks.push(open);
    open = EMPTY;
  });
  const last = blocks.pop();
  if (last) blocks.push(join(last, open));
  return blocks;
}

/** Neighbours whose shares do not rise with the cosine become one. */
function pool(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let last = block;
    for (let before = pooled.at(-1); before && shareOf(before) >= shareOf(last); before = pooled.at(-1)) {
      pooled.pop();
      last = join(before, last);
    }
    pooled.push(last);
  }
  return pooled;
}

const round = (value: number) => Number(value.toPrecision(6));

/**
 * The share of hits that show the image of the query as a rising function of the cosine: isotonic regression by pool-adjacent-violators, each block at its mean cosine
 * with straight lines between (A. P. Oron & N. Flournoy, Centered Isotonic Regression, 2017), so that it can be read backwards.
 * @returns null where there are too few hits
 */
export function fitCurve(hits: readonly Hit[]): Omit<RelevanceCurve, "longest"> | null {
  const pooled = pool(cut([...hits].sort((a, b) => b.cosine - a.cosine)).reverse());
  if (pooled.length === 0) return null;
  return { cosines: pooled.map(({ moment, hits: count }) => round(moment / count)), shares: pooled.map((block) => round(shareOf(block))) };
}
