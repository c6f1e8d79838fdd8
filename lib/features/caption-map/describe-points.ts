import { readEnv } from "@/lib/core/env";
import { countCaptions, readCaptions, readImages } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { pictureUrl } from "@/lib/features/search/describe-image";
import type { MapPoint } from "./map-types";
import type { ShownLayout } from "./shown-layout";

/** Points as words, in the order given; those whose caption or image the database does not have any more are left out. */
export async function describePoints(db: Database, layout: ShownLayout, points: readonly number[]): Promise<MapPoint[]> {
  const imageIds = [...new Set(points.map((point) => layout.images[point] as number))];
  const images = await readImages(db, imageIds);
  const captions = layout.captions ? await readCaptions(db, points.map((point) => layout.captions?.[point] as number)) : null;
  const counts = layout.captions ? null : await countCaptions(db, imageIds);
  const { remoteImages } = readEnv();
  return points.flatMap((point): MapPoint[] => {
    const imageId = layout.images[point] as number;
    const image = images.get(imageId);
    const caption = captions?.get(layout.captions?.[point] as number) ?? null;
    if (!image || (captions && !caption)) return [];
    return [{
      point,
      ...layout.placeOf(point),
      caption: caption && { id: String(caption.id), language: caption.language, text: caption.text },
      image: { collection: image.collection, id: image.externalId, url: pictureUrl(image, remoteImages), captionCount: counts ? (counts.get(imageId) ?? 0) : layout.pointsOfImage(imageId).length },
      colour: layout.columns.colour[point] as number,
    }];
  });
}
