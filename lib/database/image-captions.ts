import type { Database } from "./client";

export interface ImageCaptionRow {
  id: number;
  language: string;
  text: string;
  /** Null where it is in the corpus. */
  removedAt: Date | null;
  source: { name: string; language: string | null; licence: string | null; url: string | null };
}

/** All captions of an image, removed ones too, in the order they were first ingested. */
export async function readImageCaptions(db: Database, imageId: number): Promise<ImageCaptionRow[]> {
  return db.caption.findMany({
    where: { imageId },
    orderBy: { id: "asc" },
    select: { id: true, language: true, text: true, removedAt: true, source: { select: { name: true, language: true, licence: true, url: true } } },
  });
}
