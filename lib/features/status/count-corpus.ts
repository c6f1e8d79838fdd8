import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { contentVersion, countCaptions, countImages, readRemovedCaptions, type LanguageCount } from "@/lib/database/statistics";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** Rows read from the database at once. */
const PAGE = 4096;

interface Counts {
  /** What they were counted of. */
  of: string;
  /** Not removed. */
  captions: LanguageCount[];
  /** Removed, and still found in the generation in use. */
  lingering: LanguageCount[];
  /** By collection, of both. */
  images: Map<string, number>;
}

class Tally {
  readonly captions = new Map<string, LanguageCount>();
  readonly images = new Map<number, string>();

  add({ collection, language }: { collection: string; language: string }): void {
    const key = JSON.stringify([collection, language]);
    const known = this.captions.get(key) ?? { collection, language, captions: 0 };
    this.captions.set(key, { ...known, captions: known.captions + 1 });
  }
}

async function countLingering(db: Database, generation: LoadedGeneration | null): Promise<Tally> {
  const tally = new Tally();
  if (!generation) return tally;
  for await (const rows of readRemovedCaptions(db, PAGE)) {
    for (const row of rows) {
      if (generation.rowOfCaption(row.id) === null) continue;
      tally.add(row);
      if (!row.imageStays) tally.images.set(row.imageId, row.collection);
    }
  }
  return tally;
}

async function count(db: Database, generation: LoadedGeneration | null, of: string): Promise<Counts> {
  const images = await countImages(db);
  const lingering = await countLingering(db, generation);
  for (const collection of lingering.images.values()) images.set(collection, (images.get(collection) ?? 0) + 1);
  return { of, captions: await countCaptions(db), lingering: [...lingering.captions.values()], images };
}

/** Counts what pages show: what is in the corpus, and what was removed from it but not from the generation in use. Counted once after each change. */
export async function countCorpus(db: Database, generation: LoadedGeneration | null): Promise<Counts> {
  const last = processSingleton<{ counts: Counts | null }>("counts", () => ({ counts: null }));
  const of = `${await contentVersion(db)} ${generation?.manifest.id ?? ""}`;
  if (last.counts?.of !== of) last.counts = await count(db, generation, of);
  return last.counts;
}
