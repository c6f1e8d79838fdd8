import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { cutRows, row as rowOf } from "@/lib/core/vector";
import { findImage } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { openQueryEmbedder } from "@/lib/features/models/open-query-embedder";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { listGoldenQueries } from "../list-golden-queries";
import { rankImages, type Rank } from "./find-ranks";
import type { SharedRows } from "./common-captions";

/** A pinned query with the ids of its images in the database. */
export interface PinnedQuery {
  text: string;
  imageIds: number[];
}

/** Pinned queries, with those of their images that both generations have: what is not there cannot be found. `leftOut`: those without any. */
export async function readPinnedQueries(db: Database, hasImage: (imageId: number) => boolean): Promise<{ queries: PinnedQuery[]; leftOut: number }> {
  const queries: PinnedQuery[] = [];
  const all = await listGoldenQueries(db);
  for (const { text, expected } of all) {
    const images = await Promise.all(expected.map(({ collection, id }) => findImage(db, collection, id)));
    const imageIds = images.flatMap((image) => (image && hasImage(image.id) ? [image.id] : []));
    if (imageIds.length > 0) queries.push({ text, imageIds });
  }
  return { queries, leftOut: all.length - queries.length };
}

interface Options {
  folders: { dataDir: string; modelsDir: string };
  shared: SharedRows;
  signal: AbortSignal;
  onDone: () => void;
}

/** The rank of each image of each query, one after another, asked by the generation's own encoder; null where that is not there any more. */
export async function rankPinned(db: Database, generation: LoadedGeneration, queries: readonly PinnedQuery[], { folders, ...options }: Options): Promise<Rank[] | null> {
  const { id, model } = generation.manifest;
  try {
    const embedder = await openQueryEmbedder(db, { id, modelSha256: model.sha256, modelName: model.name }, folders);
    try {
      const vectors = cutRows(await embedder.embed(queries.map(({ text }) => text), { kind: "query", signal: options.signal }), embedder.model.dimensions, model.dimensions);
      return (await rankImages(generation, queries.map(({ imageIds }, i) => ({ imageIds, vector: rowOf(vectors, i, model.dimensions) })), options)).flat();
    } finally {
      await embedder.close();
    }
  } catch (err) {
    if (!(err instanceof AppError) || err.code !== "model_unavailable") throw err;
    logger().warn({ err, generation: id }, "pinned queries cannot be asked of a generation whose encoder is not there");
    return null;
  }
}
