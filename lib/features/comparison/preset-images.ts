import { readImages } from "@/lib/database/captions";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** The lecture has five captions of a photo. */
const FEWEST_CAPTIONS = 5;

/** Two images with five captions and more, from the beginning and the middle of the index; null where there are none. */
export async function presetImages(): Promise<{ collection: string; id: string }[] | null> {
  return searchEngine().useIfAny(async (db, searchable) => {
    if (!searchable) return null;
    const { generation } = searchable;
    const found = [0, Math.floor(generation.manifest.count / 2)].map((from) => firstImageFrom(generation, from));
    const ids = [...new Set(found.filter((id) => id !== null))];
    if (ids.length < 2) return null;
    const images = await readImages(db, ids);
    return ids.flatMap((id) => {
      const image = images.get(id);
      return image ? [{ collection: image.collection, id: image.externalId }] : [];
    });
  });
}

function firstImageFrom({ labels, manifest, rowsOfImage }: LoadedGeneration, from: number): number | null {
  for (let row = from; row < manifest.count; row++) if (rowsOfImage(labels.imageIds[row]!).length >= FEWEST_CAPTIONS) return labels.imageIds[row]!;
  return null;
}
