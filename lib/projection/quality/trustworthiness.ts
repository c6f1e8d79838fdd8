import { countOf, type Vectors } from "../neighbours/vectors";
import { NONE } from "../neighbours/neighbour-graph";
import { seededRandom } from "@/lib/core/random";
import { finish, type Steps } from "../turns";
import type { NeighbourLists } from "./neighbour-share";

export interface TrustSample {
  /** Points looked at. */
  points: number;
  /** Points that ranks are counted among; of more points, ranks are estimated. */
  references: number;
  seed: number;
}

export const TRUST_SAMPLE: TrustSample = { points: 500, references: 10_000, seed: 0 };

/**
 * Trustworthiness: 1 where all neighbours on the layout are neighbours by their vectors; false ones count by how far down they stand there.
 * Source: J. Venna and S. Kaski, Neighborhood preservation in nonlinear projection methods (ICANN 2001); for a sample of the points.
 * @param vectors the distances are euclidean, which for vectors of length 1 is the order of cosines
 * @param layout nearest neighbours on the layout   @param k how many of them; less than half of the points
 * @returns about 0.5 for a random layout, to 1; null where there are too few points
 */
export const trustworthiness = (vectors: Vectors, layout: NeighbourLists, k: number, sample?: TrustSample): number | null => finish(trustworthinessSteps(vectors, layout, k, sample));

/** trustworthiness, a step a point looked at. */
export function* trustworthinessSteps(vectors: Vectors, layout: NeighbourLists, k: number, sample: TrustSample = TRUST_SAMPLE): Steps<number | null> {
  const count = countOf(vectors);
  const near = Math.min(k, layout.k, Math.floor((count - 1) / 2));
  if (near < 1) return null;
  const random = seededRandom(sample.seed);
  const chosen = choose(count, sample.points, random);
  const references = choose(count, sample.references, random);
  let penalty = 0;
  for (const point of chosen) {
    penalty += rankPenalty(vectors, point, layout.neighbours.subarray(point * layout.k, point * layout.k + near), references);
    yield;
  }
  return 1 - (2 * penalty) / (chosen.length * near * (2 * count - 3 * near - 1));
}

/** Σ (rank − k) over the neighbours on the layout that are none by their vectors. */
function rankPenalty(vectors: Vectors, point: number, neighbours: Int32Array, references: Int32Array): number {
  const present = neighbours.filter((neighbour) => neighbour !== NONE);
  const bars = Array.from(present, (neighbour) => squaredDistance(vectors, point, neighbour));
  const nearer = bars.map(() => 0);
  let compared = 0;
  for (const reference of references) {
    if (reference === point) continue;
    compared++;
    const distance = squaredDistance(vectors, point, reference);
    bars.forEach((bar, i) => {
      if (distance < bar) nearer[i]!++;
    });
  }
  const scale = (countOf(vectors) - 1) / Math.max(1, compared);
  return nearer.reduce((sum, ahead) => sum + Math.max(0, 1 + ahead * scale - neighbours.length), 0);
}

function squaredDistance({ values, dimensions }: Vectors, i: number, j: number): number {
  let sum = 0;
  for (let d = 0, a = i * dimensions, b = j * dimensions; d < dimensions; d++) {
    const difference = values[a + d]! - values[b + d]!;
    sum += difference * difference;
  }
  return sum;
}

/** `wanted` different numbers below `count`, ascending; all where they are no more. Source: D. Knuth, The Art of Computer Programming 2, §3.4.2, algorithm S. */
function choose(count: number, wanted: number, random: () => number): Int32Array {
  const chosen = new Int32Array(Math.min(count, wanted));
  for (let i = 0, found = 0; found < chosen.length; i++) {
    if ((count - i) * random() < chosen.length - found) chosen[found++] = i;
  }
  return chosen;
}
