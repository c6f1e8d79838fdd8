import { normalise } from "@/lib/features/lexicon/surface-tokens";
import type { Vocabulary } from "@/lib/features/lexicon/vocabulary";
import type { QueryWords } from "./query";

/** The query with the words that occur nowhere replaced by near ones that do; null where there is nothing to replace. @param vocabulary null while it is being read */
export function correctQuery(query: string, { words, captions }: Pick<QueryWords, "words" | "captions">, vocabulary: Pick<Vocabulary, "correct"> | null): string | null {
  if (!vocabulary) return null;
  const normal = normalise(query);
  const corrected = words.reduce((text, { surface }, i) => {
    const meant = captions[i] === 0 ? vocabulary.correct(surface) : null;
    return meant === null ? text : text.replace(surface, meant);
  }, normal);
  return corrected === normal ? null : corrected;
}
