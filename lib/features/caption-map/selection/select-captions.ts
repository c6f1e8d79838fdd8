import { AppError } from "@/lib/core/errors";
import { findCaptionIds, findImageIds } from "@/lib/database/captions";
import { passingRows } from "@/lib/features/search/caption-filter";
import { embedQuery } from "@/lib/features/search/embed-query";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { SelectionQuery } from "./selection-request";

/** Captions that are laid out on their own at most. */
export const MOST_CAPTIONS = 2000;

/** Names that a message has room for. */
const NAMED = 10;

/**
 * The rows of what was chosen, each once: captions of images in the order of the images, single captions, hits of a query by falling score.
 * @throws AppError `not_found` naming what is not in the index, `invalid_parameter` for too many
 */
export async function selectCaptions(serving: Serving, { images = [], captions = [], q, limit }: Pick<SelectionQuery, "images" | "captions" | "q" | "limit">): Promise<number[]> {
  const rows = new Set([...(await rowsOfImages(serving, images)), ...(await rowsOfCaptions(serving, captions)), ...(q === undefined ? [] : await rowsOfQuery(serving, q, limit))]);
  if (rows.size > MOST_CAPTIONS) throw new AppError("invalid_parameter", `${rows.size} captions are too many to be laid out on their own: choose at most ${MOST_CAPTIONS}. npm run layout lays out all.`, { field: "images" });
  return [...rows];
}

async function rowsOfImages({ db, generation }: Serving, images: readonly { collection: string; id: string }[]): Promise<number[]> {
  const ids = await findImageIds(db, images);
  const rows = ids.map((id) => (id === null ? [] : [...generation.rowsOfImage(id)]));
  const nameOf = ({ collection, id }: { collection: string; id: string }) => `${collection}:${id}`;
  refuse("images", "image", images.filter((_, i) => ids[i] === null).map(nameOf), images.filter((_, i) => rows[i]?.length === 0).map(nameOf));
  return rows.flat();
}

async function rowsOfCaptions({ db, generation }: Serving, captions: readonly number[]): Promise<number[]> {
  const rows = captions.map((caption) => generation.rowOfCaption(caption));
  const missing = captions.filter((_, i) => rows[i] === null);
  if (missing.length > 0) {
    const known = new Set(await findCaptionIds(db, missing));
    refuse("captions", "caption", missing.filter((caption) => !known.has(caption)), missing);
  }
  return rows.filter((row) => row !== null);
}

/** @throws AppError `not_found` where there is something that is unknown or has no vector in the index */
function refuse(field: string, noun: string, unknown: readonly (string | number)[], missing: readonly (string | number)[]): void {
  if (unknown.length > 0) throw new AppError("not_found", `There is no ${noun} ${nameSome(unknown)}. Leave out what is not there.`, { field });
  if (missing.length > 0) throw new AppError("not_found", `Not in the index: the ${noun} ${nameSome(missing)}. What was just ingested gets there by the job that builds the index; what was removed does not.`, { field });
}

function nameSome(names: readonly (string | number)[]): string {
  const further = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (further > 0 ? ` and ${further} more` : "");
}

async function rowsOfQuery(serving: Serving, q: string, limit: number): Promise<number[]> {
  const vector = await embedQuery(serving, q);
  const rows: number[] = [];
  for (const step of rankCaptions(serving.generation, vector, passingRows(serving.generation, {}), [limit])) {
    for (const { row } of step) if (rows.push(row) === limit) return rows;
  }
  return rows;
}
