import type { Database } from "@/lib/database/client";
import { type FindingsPage, readFindings as readDetails } from "@/lib/database/evaluations";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { findEvaluationOrFail } from "../find-evaluation";
import { type CaptionShelf, readCaptionShelf } from "./caption-shelf";
import type { AlikeDetail, CaptionDetail, FailureDetail, FindingDetails, FindingKind, GapDetail } from "./finding-types";
import type { FindingPage, FindingViews } from "./finding-views";
import type { FindingsRequest } from "./findings-request";

interface Kind<K extends FindingKind> {
  captionsOf: (detail: FindingDetails[K]) => number[];
  imagesOf?: (detail: FindingDetails[K]) => number[];
  view: (detail: FindingDetails[K], shelf: CaptionShelf) => FindingViews[K];
}

const kinds: { [K in FindingKind]: Kind<K> } = {
  failure: {
    captionsOf: ({ query, right, found }: FailureDetail) => [query, right.caption, ...found.map(({ caption }) => caption)],
    view: ({ chosen, from, to, rank, query, right, found }, { caption, scored }) => ({ chosen, from, to, rank, query: caption(query), right: scored(right), found: found.map(scored) }),
  },
  gap: {
    captionsOf: ({ captions }: GapDetail) => captions,
    imagesOf: ({ image }) => [image],
    view: ({ image, languages, agreement, captions: [first, second], score }, shelf) => ({ image: shelf.image(image), languages, agreement, score, captions: [shelf.caption(first), shelf.caption(second)] }),
  },
  caption: {
    captionsOf: ({ caption, nearest, found }: CaptionDetail) => [caption, nearest.caption, ...(found ? [found.caption] : [])],
    view: ({ caption, rank, nearest, found }, shelf) => ({ caption: shelf.caption(caption), rank, nearest: shelf.scored(nearest), found: found && shelf.scored(found) }),
  },
  alike: {
    captionsOf: ({ captions }: AlikeDetail) => captions,
    view: ({ score, nearest, captions: [first, second] }, shelf) => ({ score, nearest, captions: [shelf.caption(first), shelf.caption(second)] }),
  },
};

/** What a kind of finding says, with the texts of now. */
export async function showFindings<K extends FindingKind>(db: Database, evaluation: number, kind: K, page: FindingsPage): Promise<{ kind: K; total: number; findings: FindingViews[K][] }> {
  const { captionsOf, imagesOf, view } = kinds[kind];
  const { total, details } = await readDetails(db, evaluation, kind, page);
  const parsed = details.map((detail) => JSON.parse(detail) as FindingDetails[K]);
  const shelf = await readCaptionShelf(db, parsed.flatMap(captionsOf), imagesOf && parsed.flatMap(imagesOf));
  return { kind, total, findings: parsed.map((detail) => view(detail, shelf)) };
}

/** One page of what an evaluation found. @throws AppError `not_found` */
export async function readFindings(evaluation: number, { kind, from, to, offset, limit }: FindingsRequest): Promise<FindingPage> {
  const db = await searchEngine().openDatabase();
  await findEvaluationOrFail(db, evaluation);
  const direction = from !== undefined && to !== undefined ? { from, to } : null;
  return (await showFindings(db, evaluation, kind, { offset, limit, direction })) as FindingPage;
}
