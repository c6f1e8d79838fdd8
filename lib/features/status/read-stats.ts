import type { Database } from "@/lib/database/client";
import { findGeneration } from "@/lib/database/generations";
import type { LanguageCount } from "@/lib/database/statistics";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { Selection } from "@/lib/features/reindexing/reindex-types";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { countCorpus } from "./count-corpus";
import type { CollectionStats, Stats } from "./status-types";

function sumByLanguage(counts: LanguageCount[]): Record<string, number> {
  const languages: Record<string, number> = {};
  for (const { language, captions } of counts) languages[language] = (languages[language] ?? 0) + captions;
  return languages;
}

const sum = (counts: { captions: number }[]) => counts.reduce((total, { captions }) => total + captions, 0);

/** Which captions a generation takes; all where its row says nothing. */
async function readSelection(db: Database, id: string): Promise<Selection> {
  const row = await findGeneration(db, id);
  return { languages: null, collections: null, ...(JSON.parse(row?.selection ?? "{}") as Partial<Selection>) };
}

/** Captions of the corpus that the generation should have, and does not. */
async function countPending(db: Database, generation: LoadedGeneration | null, captions: LanguageCount[], lingering: number): Promise<number> {
  if (!generation) return sum(captions);
  const { languages, collections } = await readSelection(db, generation.manifest.id);
  const selected = captions.filter(({ language, collection }) => (languages?.includes(language) ?? true) && (collections?.includes(collection) ?? true));
  return Math.max(0, sum(selected) - (generation.manifest.count - lingering));
}

function describe(generation: LoadedGeneration | null): Stats["generation"] {
  if (!generation) return null;
  const { id, count, createdAt, model, device } = generation.manifest;
  return { id, captions: count, createdAt, model: model.name, dimensions: model.dimensions, device };
}

/** Counts of what is in the database and in the index. */
export async function readStats(): Promise<Stats> {
  return searchEngine().useIfAny((db, searchable) => statsOf(db, searchable?.generation ?? null));
}

async function statsOf(db: Database, generation: LoadedGeneration | null): Promise<Stats> {
  const { captions: present, lingering, images } = await countCorpus(db, generation);
  const captions = [...present, ...lingering];
  const collections = [...images].map(([name, count]): CollectionStats => {
    const own = captions.filter(({ collection }) => collection === name);
    return { name, images: count, captions: sum(own), languages: sumByLanguage(own) };
  });
  return {
    images: collections.reduce((total, collection) => total + collection.images, 0),
    captions: sum(captions),
    languages: sumByLanguage(captions),
    collections,
    generation: describe(generation),
    pending: await countPending(db, generation, present, sum(lingering)),
  };
}
