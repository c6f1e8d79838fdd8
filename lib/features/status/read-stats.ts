import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { contentVersion, countCaptions, countImages, type LanguageCount } from "@/lib/database/statistics";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { CollectionStats, Stats } from "./status-types";

function sumByLanguage(counts: LanguageCount[]): Record<string, number> {
  const languages: Record<string, number> = {};
  for (const { language, captions } of counts) languages[language] = (languages[language] ?? 0) + captions;
  return languages;
}

const sum = (counts: { captions: number }[]) => counts.reduce((total, { captions }) => total + captions, 0);

interface Counts {
  version: string;
  captions: LanguageCount[];
  images: Map<string, number>;
}

/** Counted once after each ingest. */
async function readCounts(db: Database): Promise<Counts> {
  const last = processSingleton<{ counts: Counts | null }>("counts", () => ({ counts: null }));
  const version = await contentVersion(db);
  if (last.counts?.version !== version) last.counts = { version, captions: await countCaptions(db), images: await countImages(db) };
  return last.counts;
}

/** Counts of what is in the database and in the index. */
export async function readStats(): Promise<Stats> {
  const engine = searchEngine();
  const db = await engine.openDatabase();
  await engine.refresh();
  const { captions, images } = await readCounts(db);
  const collections = [...images].map(([name, count]): CollectionStats => {
    const own = captions.filter(({ collection }) => collection === name);
    return { name, images: count, captions: sum(own), languages: sumByLanguage(own) };
  });
  const manifest = engine.current?.manifest;
  return {
    images: collections.reduce((total, collection) => total + collection.images, 0),
    captions: sum(captions),
    languages: sumByLanguage(captions),
    collections,
    generation: manifest ? { id: manifest.id, captions: manifest.count, createdAt: manifest.createdAt, model: manifest.model.name, dimensions: manifest.model.dimensions, device: manifest.device } : null,
    pending: Math.max(0, sum(captions) - (manifest?.count ?? 0)),
  };
}
