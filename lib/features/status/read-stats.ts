import { countCaptions, countImages, type LanguageCount } from "@/lib/database/statistics";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { CollectionStats, Stats } from "./status-types";

function sumByLanguage(counts: LanguageCount[]): Record<string, number> {
  const languages: Record<string, number> = {};
  for (const { language, captions } of counts) languages[language] = (languages[language] ?? 0) + captions;
  return languages;
}

const sum = (counts: { captions: number }[]) => counts.reduce((total, { captions }) => total + captions, 0);

/** Counts of what is in the database and in the index. */
export async function readStats(): Promise<Stats> {
  const engine = searchEngine();
  const db = await engine.openDatabase();
  await engine.openEmbedder();
  await engine.refresh();
  const [captions, images] = [await countCaptions(db), await countImages(db)];
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
    generation: manifest ? { id: manifest.id, captions: manifest.count, createdAt: manifest.createdAt, model: manifest.model.name, dimensions: manifest.model.dimensions } : null,
    pending: Math.max(0, sum(captions) - (manifest?.count ?? 0)),
  };
}
