import { setImmediate as nextTurn } from "node:timers/promises";
import { distance } from "fastest-levenshtein";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { listTerms } from "@/lib/database/lexicon";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { toHiragana } from "./kana-variants";
import { hasJapanese } from "./surface-tokens";
import { isFunctionWord, openReadings } from "./words";

export interface VocabularyWord {
  /** As captions write it; of Japanese verbs and adjectives, the form of a dictionary. */
  text: string;
  /** In how many captions it occurs. */
  captions: number;
}

/** By what a word is found: its letters, or its reading. */
interface Entry {
  key: string;
  word: VocabularyWord;
}

/** Japanese words whose reading is looked up between two turns of the event loop: some 5 ms. */
const READINGS = 50;

const byKey = (a: Entry, b: Entry) => (a.key < b.key ? -1 : a.key > b.key ? 1 : b.word.captions - a.word.captions);

/** The words of all captions, to complete what is being typed and to correct what occurs nowhere. */
export class Vocabulary {
  private readonly entries: Entry[];

  /** @param readings Japanese words by their reading in hiragana */
  constructor(private readonly words: readonly VocabularyWord[], readings: readonly Entry[]) {
    this.entries = [...words.map((word) => ({ key: toHiragana(word.text), word })), ...readings].sort(byKey);
  }

  static async read(db: Database): Promise<Vocabulary> {
    const [written, japanese] = [await listTerms(db, "surface"), await listTerms(db, "stems")];
    const toWords = (terms: [string, number][], isWord: (term: string) => boolean) => terms.filter(([term]) => isWord(term)).map(([text, captions]) => ({ text, captions }));
    const spaced = toWords(written, (term) => !hasJapanese(term) && /\p{L}{2}/u.test(term) && !isFunctionWord(term));
    const unspaced = toWords(japanese, hasJapanese);
    return new Vocabulary([...spaced, ...unspaced], await readReadings(unspaced));
  }

  /** The words that begin like this, or are read like it, those of most captions first. @param start in normal form */
  complete(start: string, most: number): VocabularyWord[] {
    const key = toHiragana(start);
    const found = new Set<VocabularyWord>();
    for (let i = this.lowerBound(key); i < this.entries.length && this.entries[i]!.key.startsWith(key); i++) found.add(this.entries[i]!.word);
    return [...found].sort((a, b) => b.captions - a.captions).slice(0, most);
  }

  /** The word that somebody may have meant who wrote one that occurs nowhere: by the fewest letters that are other, and then in the most captions; null where none is near. @param word in normal form */
  correct(word: string): string | null {
    const japanese = hasJapanese(word);
    const most = japanese ? Math.floor(word.length / 3) : word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
    let best: { text: string; captions: number; away: number } | null = null;
    for (const { text, captions } of most === 0 ? [] : this.words) {
      if (Math.abs(text.length - word.length) > most || hasJapanese(text) !== japanese) continue;
      const away = distance(word, text);
      if (away <= most && (!best || away < best.away || (away === best.away && captions > best.captions))) best = { text, captions, away };
    }
    return best?.text ?? null;
  }

  private lowerBound(key: string): number {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries[middle]!.key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

async function readReadings(words: readonly VocabularyWord[]): Promise<Entry[]> {
  const readingOf = await openReadings();
  const entries: Entry[] = [];
  for (let from = 0; from < words.length; from += READINGS) {
    for (const word of words.slice(from, from + READINGS)) {
      const key = readingOf(word.text);
      if (key !== null && key !== toHiragana(word.text)) entries.push({ key, word });
    }
    await nextTurn();
  }
  return entries;
}

const vocabularies = new WeakMap<LoadedGeneration, Promise<Vocabulary>>();
const read = new WeakMap<LoadedGeneration, Vocabulary>();

/** As `vocabularyOf`, for who does not wait: null until it has been read. */
export function vocabularyIfRead(db: Database, generation: LoadedGeneration): Vocabulary | null {
  const known = read.get(generation);
  if (!known) vocabularyOf(db, generation).catch((error: unknown) => logger().warn({ err: error }, "the words of the captions could not be read"));
  return known ?? null;
}

/** The words of the captions as they were when the generation was first asked. Some seconds of reading, in turns. */
export function vocabularyOf(db: Database, generation: LoadedGeneration): Promise<Vocabulary> {
  const known = vocabularies.get(generation);
  if (known) return known;
  const reading = Vocabulary.read(db);
  vocabularies.set(generation, reading);
  reading.then((vocabulary) => read.set(generation, vocabulary), () => vocabularies.delete(generation));
  return reading;
}
