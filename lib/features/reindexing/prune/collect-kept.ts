import type { Database } from "@/lib/database/client";
import { listGenerationsIn } from "@/lib/database/generations";
import { toAppError } from "@/lib/core/errors";
import type { GenerationStore } from "@/lib/vector-index/generation-store";

/** What the kept generations speak of. */
export interface Kept {
  captions: Set<number>;
  images: Set<number>;
}

/** @returns null, with the reason, where one of them cannot be read: what it needs is not known then */
export async function collectKept(db: Database, store: GenerationStore): Promise<Kept | { unreadable: string }> {
  const kept: Kept = { captions: new Set(), images: new Set() };
  for (const { id } of await listGenerationsIn(db, ["active", "ready"])) {
    try {
      const { captionIds, imageIds } = await store.loadLabels(id);
      for (const caption of captionIds) kept.captions.add(caption);
      for (const image of imageIds) kept.images.add(image);
    } catch (error) {
      return { unreadable: toAppError(error).message };
    }
  }
  return kept;
}
