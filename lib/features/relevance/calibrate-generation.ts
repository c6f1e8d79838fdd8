import { seededRandom } from "@/lib/core/random";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { type AskRows, calibratePair } from "./calibrate-pair";
import { findCloseFrom } from "./find-close-from";
import type { Calibration, PairCalibration } from "./relevance-types";

/** Languages with the most captions; others are too few to tell. */
const LANGUAGES = 4;

interface CalibrateOptions {
  seed: number;
  ask: AskRows;
  signal: AbortSignal;
  /** Called after each query. */
  onDone: () => void;
}

/** Positions of the languages with the most captions. */
function mostUsed({ labels, manifest }: LoadedGeneration): number[] {
  const counts = new Array<number>(manifest.languages.length).fill(0);
  for (const language of labels.languages) counts[language]! += 1;
  return [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, LANGUAGES);
}

/**
 * What cosines mean in a generation, by its own captions: for each pair of languages, of all captions with a score, how many show the image of the query.
 * The same generation and seed give the same.
 * @throws the signal's reason
 */
export async function calibrateGeneration(generation: LoadedGeneration, { seed, ...options }: CalibrateOptions): Promise<Calibration> {
  const started = performance.now();
  const languages = mostUsed(generation);
  const pairs: PairCalibration[] = [];
  for (const query of languages) for (const caption of languages) pairs.push(await calibratePair(generation, { query, caption, random: seededRandom(seed), ...options }));
  const closeFrom = await findCloseFrom(generation, languages, { random: seededRandom(seed), ...options });
  return { formatVersion: 1, createdAt: new Date().toISOString(), seed, closeFrom, seconds: (performance.now() - started) / 1000, pairs };
}
