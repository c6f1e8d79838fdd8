import { AppError } from "@/lib/core/errors";
import { hasJapanese } from "@/lib/features/lexicon/surface-tokens";
import { calibrationOf } from "@/lib/features/relevance/read-calibration";
import { leastCosine, relevanceOf } from "@/lib/features/relevance/relevance-of";
import type { Calibration } from "@/lib/features/relevance/relevance-types";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { ScoredCaption } from "./search-types";

/** One sentence that is searched for. Scores of a search refined by others mean something else, which captions cannot tell. */
export interface Sentence {
  text: string;
  /** As the index names it. */
  language: string;
}

/** Which rows a least relevance leaves. */
export interface LeastRelevance {
  /** No row of a lower cosine passes. */
  cosine: number;
  passes: (row: number, cosine: number) => boolean;
}

/** A caption with at least this share of the query's words is about the same, whatever its cosine. */
const MANY_WORDS = 0.5;

/**
 * A typed sentence with its language, among those of the index: Japanese by its characters, others are taken for English where the index has it, as a sentence is too short to tell them apart.
 * Null where the index has no language that it could be in.
 */
export function readSentence({ manifest: { languages } }: Pick<LoadedGeneration, "manifest">, text: string): Sentence | null {
  const isJapanese = (language: string) => /^ja(-|$)/iu.test(language);
  const others = languages.filter((language) => !isJapanese(language));
  const language = hasJapanese(text) ? languages.find(isJapanese) : (others.find((other) => /^en(-|$)/iu.test(other)) ?? others[0]);
  return language === undefined ? null : { text, language };
}

/** What the scores of one search mean, as far as the generation that answers was calibrated. */
export class ScoreMeaning {
  private constructor(private readonly generation: LoadedGeneration, private readonly calibration: Calibration | null, private readonly sentence: Sentence | null) {}

  static async of({ db, generation }: Serving, sentence: Sentence | null): Promise<ScoreMeaning> {
    return new ScoreMeaning(generation, await calibrationOf(db, generation.manifest.id), sentence);
  }

  private asking(captionLanguage: string) {
    return this.sentence && { queryLanguage: this.sentence.language, captionLanguage, length: this.sentence.text.length };
  }

  /** Of captions with this score, the share that shows what the sentence describes; null where that is not known. */
  relevanceOf(row: number, cosine: number): number | null {
    const asking = this.asking(this.languageOf(row));
    return asking && relevanceOf(this.calibration, { cosine, ...asking });
  }

  private languageOf(row: number): string {
    return this.generation.manifest.languages[this.generation.labels.languages[row]!]!;
  }

  /**
   * Rows of a language in which relevance is not known do not pass.
   * @throws AppError `invalid_parameter` where it is known in none
   */
  least(relevance: number): LeastRelevance {
    const { languages } = this.generation.manifest;
    if (!this.sentence) throw new AppError("invalid_parameter", "minRelevance is for a query of one sentence, without like, unlike, plus and minus.", { field: "minRelevance" });
    const known = languages.map((language) => ({ isKnown: this.knows(language), least: leastCosine(this.calibration, relevance, this.asking(language)!) }));
    if (!known.some(({ isKnown }) => isKnown)) throw new AppError("invalid_parameter", `What scores mean is not known for queries in ${this.sentence.language}: no or few images of the index have several captions, or it was never measured. npm run evaluate measures it; minScore needs no measuring.`, { field: "minRelevance" });
    const least = known.map((one) => one.least ?? Infinity);
    return { cosine: Math.min(...least), passes: (row, cosine) => cosine >= least[this.generation.labels.languages[row]!]! };
  }

  private knows(captionLanguage: string): boolean {
    return relevanceOf(this.calibration, { cosine: 0, ...this.asking(captionLanguage)! }) !== null;
  }

  /** Whether none of these captions is nearer than strangers are, nor has most of the words. False where that was not measured. */
  isNothingClose(captions: readonly Pick<ScoredCaption, "score" | "words">[]): boolean {
    const from = this.calibration?.closeFrom ?? null;
    return from !== null && captions.length > 0 && captions.every(({ score, words }) => score < from && words < MANY_WORDS);
  }
}
