import type { Postings } from "./word-postings";

/** How much of a query's words each row of a generation has. */
export interface WordScores {
  /** 0 to 1: the share of the query's words that the caption has, each weighed by how rare it is. */
  of: (row: number) => number;
  /** Rows that have a rare word, each once. */
  rareRows: Uint32Array;
  /** The most that a row without any rare word can have. */
  frequentShare: number;
  /** Rows that have any word, each once. */
  allRows: () => Uint32Array;
}

/**
 * The share is sum(idf × worth) over the words that a caption has / sum(idf) over all: BM25 without what captions do not need, as a word stands in them once and they are all short.
 * idf = ln(1 + (n - df + 0.5) / (df + 0.5)), as in S. Robertson & H. Zaragoza, The Probabilistic Relevance Framework (2009), never below 0.
 * Rare words are added up row by row, frequent ones are looked up when a row is asked for.
 * @param count rows of the generation   @param words postings of each word
 */
export function scoreWords(count: number, words: readonly Postings[]): WordScores {
  const idfs = words.map(({ rows }) => Math.log(1 + (count - rows.length + 0.5) / (rows.length + 0.5)));
  const whole = idfs.reduce((sum, idf) => sum + idf, 0) || 1;
  const weighed = words.map((postings, i) => ({ ...postings, share: idfs[i]! / whole }));
  const rare = addUp(count, weighed.filter(({ byRow }) => byRow === null));
  const frequent = weighed.flatMap(({ byRow, share }) => (byRow ? [{ byRow, share: share / 100 }] : []));
  return {
    of: (row) => {
      let score = rare.scores[row]!;
      for (const { byRow, share } of frequent) score += share * byRow[row]!;
      return score;
    },
    rareRows: rare.rows,
    frequentShare: 100 * frequent.reduce((sum, { share }) => sum + share, 0),
    allRows: () => addUp(count, weighed).rows,
  };
}

function addUp(count: number, words: readonly (Postings & { share: number })[]): { scores: Float32Array; rows: Uint32Array } {
  const scores = new Float32Array(count);
  const touched = new Uint32Array(words.reduce((sum, { rows }) => sum + rows.length, 0));
  let found = 0;
  for (const { rows, worth, share } of words) {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (scores[row] === 0) touched[found++] = row;
      scores[row]! += (share * worth[i]!) / 100;
    }
  }
  return { scores, rows: touched.subarray(0, found) };
}

const LEVELS = 256;

/** @returns of the rows with a rare word those with the highest scores, about `most` and never more, and the highest score that a row which is not among them can have */
export function bestByWords({ rareRows, frequentShare, of }: WordScores, passes: ((row: number) => boolean) | null, most: number): { rows: number[]; rest: number } {
  const passing = passes ? rareRows.filter(passes) : rareRows;
  if (passing.length <= most) return { rows: Array.from(passing), rest: frequentShare };
  const levels = Uint16Array.from(passing, (row) => Math.min(LEVELS, Math.ceil(of(row) * LEVELS)));
  const counts = new Uint32Array(LEVELS + 1);
  for (const level of levels) counts[level]!++;
  let cut = LEVELS;
  for (let taken = 0; cut >= 0 && taken + counts[cut]! <= most; cut--) taken += counts[cut]!;
  return { rows: Array.from(passing.filter((_, i) => levels[i]! > cut)), rest: Math.max(frequentShare, cut / LEVELS) };
}
