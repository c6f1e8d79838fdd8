import { AppError } from "@/lib/core/errors";
import { cutRows, normaliseRows, row as rowOf } from "@/lib/core/vector";
import { readCaptions, readImages } from "@/lib/database/captions";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { Refinement } from "./search-request";
import type { NamedCaption } from "./search-types";

/** Of Rocchio's formula: what the query counts, the mean of what more is wanted of, and the mean of what less is (J. Rocchio, Relevance feedback in information retrieval, 1971; weights as is usual). */
const QUERY = 1;
const WANTED = 0.75;
const UNWANTED = 0.25;

/** What a search is made of beside its words. */
export interface RefinedQuery {
  /** Of length 1. */
  vector: Float32Array;
  /** Rows that the query was refined by: they are not results of it. */
  rows: number[];
  like: NamedCaption[];
  unlike: NamedCaption[];
}

/**
 * The query's vector, moved towards the captions and sentences that more is wanted of and away from those that less is. All texts are embedded in one batch.
 * @param meaning null where captions or sentences alone say what is looked for
 * @throws AppError `not_found` for a caption that is not in the index, `invalid_parameter` where nothing is left to look for
 */
export async function refineQuery(serving: Serving, meaning: string | null, { like = [], unlike = [], plus = [], minus = [] }: Refinement): Promise<RefinedQuery> {
  const { generation } = serving;
  const [liked, unliked] = [await nameCaptions(serving, like, "like"), await nameCaptions(serving, unlike, "unlike")];
  const { dimensions } = generation.manifest.model;
  const [asked, added, taken] = await embedGroups(serving, [meaning === null ? [] : [meaning], plus, minus]);
  const vectorOf = ({ row }: { row: number }) => rowOf(generation.vectors, row, dimensions);
  const vector = new Float32Array(dimensions);
  addMean(vector, asked!, QUERY);
  addMean(vector, [...added!, ...liked.map(vectorOf)], WANTED);
  addMean(vector, [...taken!, ...unliked.map(vectorOf)], -UNWANTED);
  if (vector.every((value) => Math.abs(value) < 1e-6)) throw new AppError("invalid_parameter", "What is wanted and what is not wanted are the same: nothing is left to look for.", { field: "unlike" });
  return { vector: normaliseRows(vector, dimensions), rows: [...liked, ...unliked].map(({ row }) => row), like: liked.map(({ caption }) => caption), unlike: unliked.map(({ caption }) => caption) };
}

/** The vectors of several lists of texts, all in one batch. */
async function embedGroups({ embedder, generation }: Serving, groups: readonly string[][]): Promise<Float32Array[][]> {
  const texts = groups.flat();
  if (texts.length === 0) return groups.map(() => []);
  const { dimensions } = generation.manifest.model;
  const matrix = cutRows(await embedder.embed(texts, { kind: "query" }), embedder.model.dimensions, dimensions);
  let used = 0;
  return groups.map((group) => group.map(() => rowOf(matrix, used++, dimensions)));
}

function addMean(sum: Float32Array, vectors: readonly Float32Array[], weight: number): void {
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += (weight * vector[i]!) / vectors.length;
}

/** Captions by their ids, in this order, with their rows. */
export async function nameCaptions({ db, generation }: Serving, ids: readonly string[], field: string): Promise<{ row: number; caption: NamedCaption }[]> {
  if (ids.length === 0) return [];
  const rows = ids.map((id) => {
    const row = /^\d{1,10}$/u.test(id) ? generation.rowOfCaption(Number(id)) : null;
    if (row === null) throw new AppError("not_found", `There is no caption ${id} in the index.`, { field });
    return row;
  });
  const captions = await readCaptions(db, ids.map(Number));
  const images = await readImages(db, [...new Set(rows.map((row) => generation.labels.imageIds[row]!))]);
  return ids.map((id, i) => {
    const [caption, image] = [captions.get(Number(id)), images.get(generation.labels.imageIds[rows[i]!]!)];
    if (!caption || !image) throw new AppError("not_found", `The caption ${id} is in the index but no longer in the database.`, { field });
    return { row: rows[i]!, caption: { id, language: caption.language, text: caption.text, image: { collection: image.collection, id: image.externalId } } };
  });
}
