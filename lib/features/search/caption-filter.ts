import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

export interface CaptionFilter {
  language?: string;
  collection?: string;
}

/** Which rows of a generation pass a filter. */
export interface PassingRows {
  /** Null where every row passes. */
  passes: ((row: number) => boolean) | null;
  rows: number;
  /** Distinct images among them. */
  images: number;
}

const cache = new WeakMap<LoadedGeneration, Map<string, PassingRows>>();

/** "en" also takes "en-GB". */
function codesOfLanguage(languages: string[], wanted: string): boolean[] {
  const tag = wanted.toLowerCase();
  return languages.map((language) => language.toLowerCase() === tag || language.toLowerCase().startsWith(`${tag}-`));
}

function makePredicate({ manifest, labels }: LoadedGeneration, { language, collection }: CaptionFilter): PassingRows["passes"] {
  if (language === undefined && collection === undefined) return null;
  const languages = manifest.languages.map(() => true);
  const allowed = language === undefined ? languages : codesOfLanguage(manifest.languages, language);
  const code = collection === undefined ? null : manifest.collections.indexOf(collection);
  return (row) => allowed[labels.languages[row] as number] === true && (code === null || labels.collections[row] === code);
}

function count({ manifest, countImages }: LoadedGeneration, passes: PassingRows["passes"]): PassingRows {
  if (!passes) return { passes, rows: manifest.count, images: countImages(() => true) };
  let rows = 0;
  for (let row = 0; row < manifest.count; row++) if (passes(row)) rows++;
  return { passes, rows, images: countImages(passes) };
}

/** Counted once a generation and filter that lets anything through; there are few of those. */
export function passingRows(generation: LoadedGeneration, filter: CaptionFilter): PassingRows {
  const known = cache.get(generation) ?? new Map<string, PassingRows>();
  cache.set(generation, known);
  const key = JSON.stringify([filter.language?.toLowerCase(), filter.collection]);
  const found = known.get(key) ?? count(generation, makePredicate(generation, filter));
  if (found.rows > 0) known.set(key, found);
  return found;
}
