import { AppError } from "@/lib/core/errors";

/** Settings of a t-SNE, all of them known. */
export interface TsneParameters {
  /** Neighbours that a point attends to, in effect. */
  perplexity: number;
  /** Steps in all. */
  iterations: number;
  /** The first of them, in which affinities are multiplied by `exaggeration` so that groups find together. */
  earlyIterations: number;
  exaggeration: number;
  /** Step length; "auto" is n, divided by the exaggeration while that lasts. */
  learningRate: number | "auto";
  /** Share of the last step that is kept: during the early iterations, and after. */
  earlyMomentum: number;
  momentum: number;
  /** For the random start and the jitter of others. */
  seed: number;
  /** Fewer points than this are laid out by the exact gradient, others on a grid. */
  exactBelow: number;
}

/** Points a layout needs at least to have neighbours and strangers. */
export const FEWEST_POINTS = 4;

/** Below, the exact gradient is about as quick as a grid, and there are too few groups for a high exaggeration to sort. */
const SMALL = 1000;

/** The highest perplexity that a set of points can have: with more, all points would be neighbours. */
export const highestPerplexity = (count: number): number => Math.max(1, (count - 1) / 3);

/** What layouts are near their end after: as many as van der Maaten has, for small ones fewer, which are waited for. */
export const usualIterations = (count: number): number => (count < SMALL ? 750 : 1000);

/** Neighbours a point that a perplexity asks for: further ones have affinities next to nothing. */
export const neighboursFor = (perplexity: number, count: number): number => Math.max(0, Math.min(count - 1, Math.ceil(3 * perplexity)));

/**
 * Fills in what was not said. The learning rate is that of A. Belkina et al., Automated optimized parameters for t-distributed stochastic neighbor
 * embedding, Nature Communications 10 (2019); the rest as in openTSNE, and for
 * few points the exaggeration of van der Maaten and Hinton.
 * @param count points to lay out   @param k neighbours a point that are known
 * @throws AppError `invalid_parameter` naming what cannot be used
 */
export function completeParameters(count: number, k: number, given: Partial<TsneParameters> = {}): TsneParameters {
  const perplexity = given.perplexity ?? Math.max(1, Math.min(30, highestPerplexity(count), k / 3));
  const iterations = given.iterations ?? usualIterations(count);
  const parameters: TsneParameters = { iterations, earlyIterations: Math.min(250, iterations), exaggeration: count < SMALL ? 4 : 12, learningRate: "auto", earlyMomentum: 0.5, momentum: 0.8, seed: 0, exactBelow: SMALL, ...given, perplexity };
  check(parameters);
  if (count >= FEWEST_POINTS) checkPerplexity(parameters.perplexity, count, k);
  return parameters;
}

function checkPerplexity(perplexity: number, count: number, k: number): void {
  const highest = highestPerplexity(count);
  if (perplexity > highest) throw invalid("perplexity", `A perplexity of ${perplexity} needs more than ${count} points. Give at most ${Math.floor(10 * highest) / 10} (a third of the points).`);
  if (perplexity > k) throw invalid("perplexity", `A perplexity of ${perplexity} needs more than ${k} neighbours a point. Give at most ${k}, better ${Math.max(1, Math.floor(k / 3))}.`);
}

function check(parameters: TsneParameters): void {
  const { perplexity, iterations, earlyIterations, exaggeration, learningRate, earlyMomentum, momentum, seed, exactBelow } = parameters;
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!(perplexity >= 1 && perplexity < Infinity)) throw invalid("perplexity", "The perplexity is a number from 1.");
  if (!isCount(iterations)) throw invalid("iterations", "The number of iterations is a whole number from 0.");
  if (!isCount(earlyIterations) || earlyIterations > iterations) throw invalid("earlyIterations", `The early iterations are ${iterations}, as all of them are, or fewer.`);
  if (!(exaggeration >= 1 && exaggeration < Infinity)) throw invalid("exaggeration", "The early exaggeration is a number from 1.");
  if (learningRate !== "auto" && !(learningRate > 0 && learningRate < Infinity)) throw invalid("learningRate", 'The learning rate is a number above 0, or "auto".');
  if (!(earlyMomentum >= 0 && earlyMomentum < 1)) throw invalid("earlyMomentum", "A momentum is a number from 0, below 1.");
  if (!(momentum >= 0 && momentum < 1)) throw invalid("momentum", "A momentum is a number from 0, below 1.");
  if (!Number.isSafeInteger(seed)) throw invalid("seed", "The seed is a whole number.");
  if (!isCount(exactBelow)) throw invalid("exactBelow", "The number of points for the exact gradient is a whole number from 0.");
}

const invalid = (field: string, message: string) => new AppError("invalid_parameter", message, { field });
