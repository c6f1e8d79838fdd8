import { bytesToVector } from "@/lib/core/vector";
import type { Database } from "./client";
import { inSlice, WHOLE_CORPUS, type CorpusSlice } from "./corpus";

export interface PendingCaption {
  id: number;
  text: string;
  textHash: string;
}

/** How many captions of the slice have no vector of this model for their present text. */
export async function countPending(db: Database, modelId: number, slice: CorpusSlice = WHOLE_CORPUS): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM Caption AS c LEFT JOIN Embedding AS e ON e.modelId = ${modelId} AND e.captionId = c.id
    WHERE (e.captionId IS NULL OR e.textHash <> c.textHash) AND ${inSlice(slice)}`;
  return Number(row?.count ?? 0);
}

/** The captions that countPending counts, by id, in arrays of at most `size`. Reads on while earlier ones are being saved. */
export async function* readPending(db: Database, modelId: number, size: number, slice: CorpusSlice = WHOLE_CORPUS): AsyncGenerator<PendingCaption[]> {
  let after = 0;
  for (;;) {
    const rows = await db.$queryRaw<PendingCaption[]>`
      SELECT c.id, c.text, c.textHash FROM Caption AS c LEFT JOIN Embedding AS e ON e.modelId = ${modelId} AND e.captionId = c.id
      WHERE c.id > ${after} AND (e.captionId IS NULL OR e.textHash <> c.textHash) AND ${inSlice(slice)} ORDER BY c.id LIMIT ${size}`;
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}

/**
 * Saves vectors (captions.length × dimensions, row-major) in place of stale ones, all or none.
 * One statement with the vectors in one parameter: an eighth of the time of a row each.
 */
export async function saveEmbeddings(db: Database, modelId: number, captions: readonly PendingCaption[], vectors: Float32Array): Promise<void> {
  if (captions.length === 0) return;
  const json = JSON.stringify(captions.map(({ id, textHash }) => [id, textHash]));
  const bytes = new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength) as Uint8Array<ArrayBuffer>;
  const size = vectors.byteLength / captions.length;
  await db.$executeRaw`
    INSERT INTO Embedding (modelId, captionId, textHash, vector)
    SELECT ${modelId}, value ->> 0, value ->> 1, substr(${bytes}, 1 + key * ${size}, ${size}) FROM json_each(${json}) WHERE true
    ON CONFLICT (modelId, captionId) DO UPDATE SET textHash = excluded.textHash, vector = excluded.vector`;
}

export interface EmbeddedRows {
  captionIds: Uint32Array;
  imageIds: Uint32Array;
  languages: string[];
  collections: string[];
  /** rows × dimensions, row-major */
  vectors: Float32Array;
}

interface EmbeddedRow {
  id: number;
  imageId: number;
  language: string;
  collection: string;
  vector: Uint8Array;
}

/** Every caption of the slice with a vector of its present text, by ascending caption id, in chunks of at most `size` rows. */
export async function* readEmbedded(db: Database, modelId: number, dimensions: number, size: number, slice: CorpusSlice = WHOLE_CORPUS): AsyncGenerator<EmbeddedRows> {
  let after = 0;
  for (;;) {
    const rows = await db.$queryRaw<EmbeddedRow[]>`
      SELECT c.id, c.imageId, c.language, k.name AS collection, e.vector
      FROM Caption AS c JOIN Embedding AS e ON e.modelId = ${modelId} AND e.captionId = c.id AND e.textHash = c.textHash
      JOIN Image AS i ON i.id = c.imageId JOIN Collection AS k ON k.id = i.collectionId
      WHERE c.id > ${after} AND ${inSlice(slice)} ORDER BY c.id LIMIT ${size}`;
    if (rows.length === 0) return;
    yield toChunk(rows, dimensions);
    after = rows.at(-1)?.id ?? after;
  }
}

function toChunk(rows: EmbeddedRow[], dimensions: number): EmbeddedRows {
  const vectors = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => vectors.set(bytesToVector(row.vector), i * dimensions));
  return {
    captionIds: Uint32Array.from(rows, (row) => row.id),
    imageIds: Uint32Array.from(rows, (row) => row.imageId),
    languages: rows.map((row) => row.language),
    collections: rows.map((row) => row.collection),
    vectors,
  };
}

/** What decides a generation besides the vectors, a line a caption, by ascending id; for telling whether an index is up to date. */
export async function* readIndexedContent(db: Database, modelId: number, size: number, slice: CorpusSlice = WHOLE_CORPUS): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const rows = await db.$queryRaw<{ id: number; line: string }[]>`
      SELECT c.id, c.id || ' ' || c.imageId || ' ' || c.language || ' ' || c.textHash || ' ' || k.name || char(10) AS line
      FROM Caption AS c JOIN Embedding AS e ON e.modelId = ${modelId} AND e.captionId = c.id AND e.textHash = c.textHash
      JOIN Image AS i ON i.id = c.imageId JOIN Collection AS k ON k.id = i.collectionId
      WHERE c.id > ${after} AND ${inSlice(slice)} ORDER BY c.id LIMIT ${size}`;
    if (rows.length === 0) return;
    yield rows.map((row) => row.line).join("");
    after = rows.at(-1)?.id ?? after;
  }
}
