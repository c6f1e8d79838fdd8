import type { Database } from "@/lib/database/client";
import { findCaptionsWith } from "@/lib/database/lexicon";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { WordMatch } from "./query-words";

/** The captions of a generation that have a word. */
export interface Postings {
  /** Ascending. */
  rows: Uint32Array;
  /** Of each of these rows, in hundredths: the most that any of its ways to have the word is worth. */
  worth: Uint8Array;
  /** Of a frequent word, the same by row, 0 where a row does not have it: looking up some hundred rows costs less than going through all that have it. */
  byRow: Uint8Array | null;
}

/** A word is frequent from this share of the captions on. */
const FREQUENT = 1 / 50;

/** Bytes of postings kept for each generation: those of the words that are asked for most. */
const KEPT_BYTES = 32 * 2 ** 20;

class PostingShelf {
  private readonly kept = new Map<string, Postings>();
  private bytes = 0;

  get(key: string): Postings | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    // The last in the map is the last that was asked for.
    this.kept.delete(key);
    this.kept.set(key, found);
    return found;
  }

  put(key: string, postings: Postings): void {
    this.kept.set(key, postings);
    this.bytes += sizeOf(key, postings);
    for (const [oldest, given] of this.kept) {
      if (this.bytes <= KEPT_BYTES) return;
      this.kept.delete(oldest);
      this.bytes -= sizeOf(oldest, given);
    }
  }
}

const sizeOf = (key: string, { rows, worth, byRow }: Postings) => rows.byteLength + worth.byteLength + (byRow?.byteLength ?? 0) + 2 * key.length + 100;

const shelves = new WeakMap<LoadedGeneration, PostingShelf>();

function shelfOf(generation: LoadedGeneration): PostingShelf {
  const known = shelves.get(generation) ?? new PostingShelf();
  shelves.set(generation, known);
  return known;
}

const keyOf = (matches: readonly WordMatch[]) => matches.map(({ query, worth }) => `${worth} ${query}`).join("|");

/**
 * Which rows of the generation have each word. Words that were asked for lately are remembered, the others looked up in one statement: a rare word takes half a millisecond,
 * one that is in a fifth of 165 000 captions 20.
 * @param words of each, the ways to have it
 */
export async function findPostings(db: Database, generation: LoadedGeneration, words: readonly (readonly WordMatch[])[]): Promise<Postings[]> {
  const shelf = shelfOf(generation);
  const found = words.map((matches) => shelf.get(keyOf(matches)));
  const missing = words.filter((_, i) => !found[i]);
  const ids = await findCaptionsWith(db, missing.flatMap((matches) => matches.map(({ query }) => query)));
  let used = 0;
  return words.map((matches, i) => {
    if (found[i]) return found[i];
    const postings = joinMatches(generation, matches.map(({ worth }) => ({ worth, captionIds: ids[used++]! })));
    shelf.put(keyOf(matches), postings);
    return postings;
  });
}

/** One list of rows from those of each way, in the order of both. Captions that are not in the generation fall out. */
function joinMatches({ rowOfCaption, manifest: { count } }: LoadedGeneration, matches: { worth: number; captionIds: Uint32Array }[]): Postings {
  const worthOf = new Map<number, number>();
  for (const { worth, captionIds } of [...matches].sort((a, b) => b.worth - a.worth)) {
    for (const id of captionIds) {
      const row = rowOfCaption(id);
      if (row !== null && !worthOf.has(row)) worthOf.set(row, worth);
    }
  }
  const rows = Uint32Array.from(worthOf.keys()).sort();
  const worth = Uint8Array.from(rows, (row) => Math.round(100 * worthOf.get(row)!));
  return { rows, worth, byRow: rows.length > FREQUENT * count ? spread(count, rows, worth) : null };
}

function spread(count: number, rows: Uint32Array, worth: Uint8Array): Uint8Array {
  const byRow = new Uint8Array(count);
  rows.forEach((row, i) => (byRow[row] = worth[i]!));
  return byRow;
}
