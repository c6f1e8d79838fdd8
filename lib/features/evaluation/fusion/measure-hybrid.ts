import { readEnv } from "@/lib/core/env";
import { SearchEngine } from "@/lib/features/serving/search-engine";
import { findWord, type WordFound } from "./find-words";
import { type FusionQuality, measureFusion } from "./measure-fusion";

export interface HybridMeasurement {
  captions: number;
  fusion: FusionQuality[];
  words: WordFound[];
}

interface Options {
  /** Captions of each language that are taken as queries. */
  sample: number;
  /** Single words to look for. */
  words: readonly string[];
  signal: AbortSignal;
  onStep: (what: string) => void;
}

/** What words add to meaning, on the active generation of a data folder. */
export async function measureHybrid(dataDir: string, { sample, words, signal, onStep }: Options): Promise<HybridMeasurement> {
  return new SearchEngine(dataDir, readEnv().modelsDir).use(async (serving) => {
    onStep("sentences …");
    const fusion = await measureFusion(serving.db, serving.generation, sample, signal);
    onStep("words …");
    const found: WordFound[] = [];
    for (const word of words) found.push(await findWord(serving, word));
    return { captions: serving.generation.manifest.count, fusion, words: found };
  });
}
