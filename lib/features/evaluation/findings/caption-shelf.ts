import { readEnv } from "@/lib/core/env";
import { imagesOfCaptions, readCaptions, readImages } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { pictureUrl } from "@/lib/features/search/describe-image";
import type { ScoredId } from "./finding-types";
import type { FoundImage, ScoredView, ShownCaption } from "./finding-views";

/** Gives captions and images by their row ids, as the database has them now. */
export interface CaptionShelf {
  caption: (id: number) => ShownCaption;
  scored: (scored: ScoredId) => ScoredView;
  image: (id: number) => FoundImage | null;
}

/** @param images besides those of the captions */
export async function readCaptionShelf(db: Database, captionIds: readonly number[], images: readonly number[] = []): Promise<CaptionShelf> {
  const ids = [...new Set(captionIds)];
  const [texts, imageOf] = await Promise.all([readCaptions(db, ids), imagesOfCaptions(db, ids)]);
  const rows = await readImages(db, [...new Set([...imageOf.values(), ...images])]);
  const { remoteImages } = readEnv();
  const image = (id: number): FoundImage | null => {
    const row = rows.get(id);
    return row ? { collection: row.collection, id: row.externalId, url: pictureUrl(row, remoteImages) } : null;
  };
  const caption = (id: number): ShownCaption => {
    const [text, imageId] = [texts.get(id), imageOf.get(id)];
    return { id: String(id), language: text?.language ?? null, text: text?.text ?? null, image: imageId === undefined ? null : image(imageId) };
  };
  return { caption, image, scored: ({ caption: id, score }) => ({ ...caption(id), score }) };
}
