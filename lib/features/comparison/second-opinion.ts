import { sampleRankCorrelation } from "simple-statistics";
import type { SecondOpinion } from "./comparison-types";

/** Pairs that are told. */
const TOLD = 10;

/** Where two matrices of the same sentences agree and part. @param similarities and @param other n × n cosines */
export function compareOpinions(similarities: number[][], other: number[][], model: SecondOpinion["model"]): SecondOpinion {
  const pairs = similarities.flatMap((row, a) => row.slice(a + 1).map((similarity, i) => ({ a, b: a + 1 + i, similarity, other: other[a]![a + 1 + i]! })));
  const [here, there] = [ranks(pairs.map((pair) => pair.similarity)), ranks(pairs.map((pair) => pair.other))];
  const differences = pairs.map((pair, i) => ({ ...pair, ranks: (there[i]! - here[i]!) / pairs.length })).sort((x, y) => Math.abs(y.ranks) - Math.abs(x.ranks) || x.a - y.a || x.b - y.b);
  const agreement = pairs.length < 3 ? null : sampleRankCorrelation(pairs.map((pair) => pair.similarity), pairs.map((pair) => pair.other));
  return { model, similarities: other, agreement: agreement === null || Number.isNaN(agreement) ? null : agreement, differences: differences.slice(0, TOLD) };
}

/** The place of each value, from 0, the highest first. */
function ranks(values: number[]): number[] {
  const places: number[] = [];
  values.map((value, i) => ({ value, i })).sort((x, y) => y.value - x.value || x.i - y.i).forEach(({ i }, place) => (places[i] = place));
  return places;
}
