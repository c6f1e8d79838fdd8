import { AppError } from "@/lib/core/errors";
import { findImage } from "@/lib/database/captions";
import { passingRows } from "@/lib/features/search/caption-filter";
import { embedQuery } from "@/lib/features/search/embed-query";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { SelectionQuery } from "./selection-request";

/** Captions that are laid out on their own at most. */
export const MOST_CAPTIONS = 2000;

/**
 * The rows of what was chosen, each once: captions of images in the order of the images, single captions, hits of a query by falling score.
 * @throws AppError `not_found` naming what is not in the index, `invalid_parameter` for nothing and for too many
 */
export async function selectCaptions(serving: Serving, { images, captions, q, limit }: SelectionQuery): Promise<number[]> {
  const rows = new Set<number>();
  for (const image of images ?? []) for (const row of await rowsOfImage(serving, image)) rows.add(row);
  for (const caption of captions ?? []) rows.add(rowOfCaption(serving, caption));
  if (q !== undefined) for (const row of await rowsOfQuery(serving, q, limit)) rows.add(row);
  if (rows.size > MOST_CAPTIONS) throw new AppError("invalid_parameter", `${rows.size} captions are too many to be laid out on their own: choose at most ${MOST_CAPTIONS}. npm run layout lays out all.`, { field: "images" });
  return [...rows];
}

async function rowsOfImage({ db, generation }: Serving, { collection, id }: { collection: string; id: string }): Promise<Uint32Array> {
  const image = await findImage(db, collection, id);
  if (!image) throw new AppError("not_found", `There is no image ${id} in the collection ${collection}.`, { field: "images" });
  const rows = generation.rowsOfImage(image.id);
  if (rows.length === 0) throw new AppError("not_found", `No caption of the image ${collection}:${id} is in the index.`, { field: "images" });
  return rows;
}

function rowOfCaption({ generation }: Serving, caption: number): number {
  const row = generation.rowOfCaption(caption);
  if (row === null) throw new AppError("not_found", `There is no caption ${caption} in the index.`, { field: "captions" });
  return row;
}

async function rowsOfQuery(serving: Serving, q: string, limit: number): Promise<number[]> {
  const vector = await embedQuery(serving, q);
  const rows: number[] = [];
  for (const step of rankCaptions(serving.generation, vector, passingRows(serving.generation, {}))) {
    rows.push(...step.map(({ row }) => row));
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}
