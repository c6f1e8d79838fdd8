import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { findImage, findNeighbourIds } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { readImageCaptions, type ImageCaptionRow } from "@/lib/database/image-captions";
import { pictureUrl } from "@/lib/features/search/describe-image";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { findNearestImages } from "./find-nearest-images";
import type { CaptionSource, ImagePage } from "./image-page-types";
import { measureAgreement } from "./measure-agreement";

/** Languages shown first; the others follow by tag. */
const FIRST = ["ja", "en"];

function byLanguage(a: ImageCaptionRow, b: ImageCaptionRow): number {
  const place = ({ language }: ImageCaptionRow) => (FIRST.includes(language) ? FIRST.indexOf(language) : FIRST.length);
  return place(a) - place(b) || a.language.localeCompare(b.language) || a.id - b.id;
}

function distinctSources(captions: ImageCaptionRow[]): CaptionSource[] {
  return [...new Map(captions.map(({ source }) => [source.name, source])).values()];
}

/**
 * Those that are in the corpus or in the index: a removed one shows for as long as a search finds it.
 * @returns null for an image of which all are removed
 */
async function readShownCaptions(db: Database, imageId: number, generation: LoadedGeneration | null): Promise<ImageCaptionRow[] | null> {
  const all = await readImageCaptions(db, imageId);
  const shown = all.filter(({ id, removedAt }) => removedAt === null || typeof generation?.rowOfCaption(id) === "number");
  return all.length > 0 && shown.length === 0 ? null : shown.sort(byLanguage);
}

/**
 * Everything the page of one image shows. Works while there is no index yet, without similarities and nearest images.
 * @throws AppError `not_found`
 */
export async function loadImagePage(collection: string, id: string): Promise<ImagePage> {
  return searchEngine().useIfAny((db, searchable) => describePage(db, searchable?.generation ?? null, collection, id));
}

async function describePage(db: Database, generation: LoadedGeneration | null, collection: string, id: string): Promise<ImagePage> {
  const image = await findImage(db, collection, id);
  const captions = image && (await readShownCaptions(db, image.id, generation));
  if (!image || !captions) throw new AppError("not_found", `There is no image ${id} in the collection ${collection}.`, { field: "id" });
  const rows = captions.map((caption) => generation?.rowOfCaption(caption.id) ?? null);
  const agreement = generation ? measureAgreement(generation, rows) : null;
  const odd = agreement?.oddOneOut ?? null;
  return {
    image: {
      collection, id, url: pictureUrl(image, readEnv().remoteImages), width: image.width, height: image.height, captionCount: captions.length,
      originalUrl: image.originalUrl ?? image.url, licence: image.licence,
    },
    captions: captions.map((caption) => ({ id: String(caption.id), language: caption.language, text: caption.text, source: caption.source.name })),
    similarities: agreement?.similarities ?? captions.map(() => captions.map(() => null)),
    cohesion: agreement?.cohesion ?? null,
    oddOneOut: odd && { id: String(captions[odd.index]?.id), meanSimilarity: odd.meanSimilarity },
    nearest: generation ? await findNearestImages(db, generation, rows.filter((row) => row !== null)) : [],
    sources: distinctSources(captions),
    ...(await findNeighbourIds(db, image.id)),
    generation: generation?.manifest.id ?? null,
  };
}
