import { readEnv } from "@/lib/core/env";
import type { ImageRow } from "@/lib/database/captions";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { ImageSummary } from "./search-types";

/**
 * Where a browser gets the picture: from the app where the collection has a picture folder (which passes on to the
 * remote address what it lacks), else from its own address, unless pictures of other hosts are turned off.
 */
export function pictureUrl(image: ImageRow, remoteImages: boolean): string | null {
  if (image.imagesDir) return `/api/v1/images/${encodeURIComponent(image.collection)}/${encodeURIComponent(image.externalId)}/picture`;
  if (image.url?.startsWith("/")) return image.url;
  return remoteImages ? image.url : null;
}

/** Images by their row id, with how many captions the generation has of each. */
export function describeImages(images: Map<number, ImageRow>, generation: LoadedGeneration | null): Map<number, ImageSummary> {
  const { remoteImages } = readEnv();
  return new Map(
    [...images].map(([id, image]) => {
      const { collection, externalId, width, height } = image;
      const captionCount = generation?.rowsOfImage(id).length ?? 0;
      return [id, { collection, id: externalId, url: pictureUrl(image, remoteImages), width, height, captionCount }];
    }),
  );
}
