import type { CaptionWords } from "./caption-words";

/** A word by how well it tells some captions from the others. */
export interface TellingWord {
  /** Position in the map's words. */
  id: number;
  /** Captions among them in which it occurs. */
  captions: number;
  score: number;
}

/** A class counts as a 32nd of the map at least: against thousands of small ones, words that hardly anybody writes would win. */
const MOST_CLASSES = 32;

/** What a word has to reach. */
export interface WordBar {
  /** Share of the captions in which it occurs. */
  share: number;
  /** How many times as often it occurs in them as on the map. */
  times: number;
}

/** What a word has to reach besides: captions, and standard deviations (of a Poisson distribution) above what is to be expected. Where the map has few captions of a language, one has to do. */
const MANY_CAPTIONS = 100;
const fewestOf = (captionsOfMap: number) => (captionsOfMap < MANY_CAPTIONS ? { captions: 1, deviations: 1 } : { captions: 3, deviations: 2 });

/** Compares the words of some points with those of the whole map. */
export class WordJudge {
  private readonly counts: Uint32Array;
  /** Words of all captions, each as often as it occurs, by language. */
  private readonly totals: Record<string, number> = {};

  constructor(private readonly map: CaptionWords) {
    this.counts = new Uint32Array(map.words.length);
    for (const { language, captions } of map.words) this.totals[language] = (this.totals[language] ?? 0) + captions;
  }

  /**
   * Words of the points by class-based TF-IDF, tf · log(1 + A / f): tf is the share of a word among those of the points, f how often it occurs on the map, A the words of a class in the mean.
   * Source: M. Grootendorst, BERTopic: Neural topic modeling with a class-based TF-IDF procedure (2022).
   * @param classes that the map is divided into
   * @returns by language, in the order of their tags, the most telling first
   */
  judge(points: Iterable<number>, classes: number, bar: WordBar): Record<string, TellingWord[]> {
    const found = this.count(points);
    const words: Record<string, number> = {};
    for (const id of found) words[this.languageOf(id)] = (words[this.languageOf(id)] ?? 0) + this.counts[id]!;
    const telling: Record<string, TellingWord[]> = Object.fromEntries(Object.keys(words).sort().map((language) => [language, []]));
    for (const id of found) {
      const language = this.languageOf(id);
      if (this.reaches(bar, id, words[language]!)) telling[language]!.push({ id, captions: this.counts[id]!, score: this.score(id, words[language]!, classes) });
    }
    for (const id of found) this.counts[id] = 0;
    for (const list of Object.values(telling)) list.sort((a, b) => b.score - a.score || a.id - b.id);
    return telling;
  }

  private languageOf(id: number): string {
    return this.map.words[id]!.language;
  }

  /** @returns the words there are; `counts` then has how often */
  private count(points: Iterable<number>): number[] {
    const { map: { starts, ids }, counts } = this;
    const found: number[] = [];
    for (const point of points) {
      for (let at = starts[point]!; at < starts[point + 1]!; at++) if (counts[ids[at]!]!++ === 0) found.push(ids[at]!);
    }
    return found;
  }

  /** @param words of the points, in its language */
  private reaches({ share, times }: WordBar, id: number, words: number): boolean {
    const language = this.languageOf(id);
    const part = words / this.totals[language]!;
    const ofMap = this.map.captions[language]!;
    const fewest = fewestOf(ofMap);
    const count = this.counts[id]!;
    const expected = part * this.map.words[id]!.captions;
    return count >= Math.max(fewest.captions, share * part * ofMap) && count >= times * expected && count - expected >= fewest.deviations * Math.sqrt(expected);
  }

  private score(id: number, words: number, classes: number): number {
    const mean = this.totals[this.languageOf(id)]! / Math.min(classes, MOST_CLASSES);
    return (this.counts[id]! / words) * Math.log1p(mean / this.map.words[id]!.captions);
  }
}
