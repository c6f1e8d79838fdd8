import { readImages } from "@/lib/database/captions";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** The lecture has five captions of a photo. */
const FEWEST_CAPTIONS = 5;

/** Two images with five captions and more, from the beginning and a quarter of the index; null where there are none. */
export async function presetImages(): Promise<{ collection: string; id: string }[] | null> {
  return searchEngine().useIfAny(async (db, searchable) => {
    if (!searchable) return null;
    const { generation } = searchable;
    const first = firstImageFrom(generation, 0, null);
    // Not from the middle: where one language follows the other, that begins with the same images anew.
    const second = firstImageFrom(generation, Math.floor(generation.manifest.count / 4), first);
    if (first === null || second === null) return null;
    const ids = [first, second];
    const images = await readImages(db, ids);
    return ids.flatMap((id) => {
      const image = images.get(id);
      return image ? [{ collection: image.collection, id: image.externalId }] : [];
    });
  });
}

function firstImageFrom({ labels, manifest, rowsOfImage }: LoadedGeneration, from: number, except: number | null): number | null {
  for (let row = from; row < manifest.count; row++) {
    const image = labels.imageIds[row]!;
    if (image !== except && rowsOfImage(image).length >= FEWEST_CAPTIONS) return image;
  }
  return null;
}
