import { NONE, type NeighbourGraph } from "../neighbours/neighbour-graph";

/** Halvings of the interval: 60 use up the precision of a double. */
const MOST_STEPS = 60;
/** Nats by which the entropy of a row may miss that of the perplexity. */
const TOLERANCE = 1e-5;

/**
 * Conditional affinities p(j|i) of a t-SNE: a Gaussian around each point, as wide as makes the entropy of its row log(perplexity).
 * The width is found by bisection. Where all distances are alike no width fits, and the row is uniform.
 * Source: L. van der Maaten and G. Hinton, Visualizing Data using t-SNE, JMLR 9 (2008), §2.
 * @param k neighbours used of each row, at most graph.k
 * @param perplexity at most k
 * @param conditional n × k, row-major: gets the affinities of rows `first` to `end`, each row with sum 1 (0 without neighbours)
 */
export function calibrateRows(graph: NeighbourGraph, k: number, perplexity: number, conditional: Float32Array, first: number, end: number): void {
  const squares = new Float64Array(k);
  const affinities = new Float64Array(k);
  for (let i = first; i < end; i++) {
    const start = i * graph.k;
    let present = 0;
    while (present < k && graph.neighbours[start + present] !== NONE) present++;
    if (present > 0) {
      // Only differences count, and with the least square at 0 no sum can vanish.
      const nearest = graph.distances[start]! ** 2;
      for (let j = 0; j < present; j++) squares[j] = Math.max(0, graph.distances[start + j]! ** 2 - nearest);
      calibrateRow(squares, present, Math.log(Math.min(perplexity, present)), affinities);
    }
    for (let j = 0; j < k; j++) conditional[i * k + j] = j < present ? affinities[j]! : 0;
  }
}

/** exp(−b·squares), scaled to the sum 1, with the b that makes the entropy `target`. */
function calibrateRow(squares: Float64Array, length: number, target: number, affinities: Float64Array): void {
  let precision = 1;
  let low = 0;
  let high = Infinity;
  let sum = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    sum = 0;
    let weighted = 0;
    for (let j = 0; j < length; j++) {
      const affinity = Math.exp(-precision * squares[j]!);
      affinities[j] = affinity;
      sum += affinity;
      weighted += affinity * squares[j]!;
    }
    const excess = Math.log(sum) + (precision * weighted) / sum - target;
    if (Math.abs(excess) < TOLERANCE) break;
    if (excess > 0) {
      low = precision;
      precision = high === Infinity ? precision * 2 : (precision + high) / 2;
    } else {
      high = precision;
      precision = (precision + low) / 2;
    }
  }
  for (let j = 0; j < length; j++) affinities[j]! /= sum;
}
