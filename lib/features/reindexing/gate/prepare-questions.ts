import type { Database } from "@/lib/database/client";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { chooseCaptionsWithSiblings } from "./choose-sample";
import { allRows, findCommonCaptions, type SharedRows } from "./common-captions";
import { dropChanged } from "./drop-changed";
import type { Sought } from "./name-losses";
import type { Baseline } from "./open-baseline";
import { type PinnedQuery, readPinnedQueries } from "./pinned-queries";

/** With fewer captions than this to ask, a single one would decide. */
export const LEAST_QUERIES = 50;
const SIBLING_QUERIES = 300;

/** What both generations are asked, over the captions that both have. */
export interface Questions {
  /** Ids of captions that should find a sibling. */
  siblings: number[];
  pinned: PinnedQuery[];
  /** Pinned queries that are not asked, as none of their images is in both. */
  leftOut: number;
  /** What is looked for, in the order of the answers. */
  sought: { siblings: Sought[]; pinned: Sought[] };
  shared: { before: SharedRows; after: SharedRows };
  /** Questions that each is asked. */
  count: number;
}

/** @param baseline null where there is nothing to compare with: the generation is asked over all its captions */
export async function prepareQuestions(db: Database, generation: LoadedGeneration, baseline: Baseline | null): Promise<Questions> {
  const { labels } = generation;
  const all = allRows(labels);
  const shared = baseline ? findCommonCaptions(baseline.labels, labels) : { before: all, after: all };
  const sample = chooseCaptionsWithSiblings(labels, shared.after, SIBLING_QUERIES);
  const chosen = baseline ? await dropChanged(generation, baseline, shared.after, sample) : sample;
  const siblings = chosen.length < LEAST_QUERIES ? [] : chosen;
  const images = new Set(labels.imageIds.filter((_, row) => shared.after.mask[row] === 1));
  const { queries: pinned, leftOut } = await readPinnedQueries(db, (image) => images.has(image));
  const imageOf = (captionId: number) => labels.imageIds[generation.rowOfCaption(captionId) as number] as number;
  const sought = {
    siblings: siblings.map((captionId): Sought => ({ text: null, captionId, imageId: imageOf(captionId) })),
    pinned: pinned.flatMap(({ text, imageIds }) => imageIds.map((imageId): Sought => ({ text, captionId: null, imageId }))),
  };
  return { siblings, pinned, leftOut, sought, shared, count: siblings.length + pinned.length };
}
