import { countLayers, distanceTo, type HnswGraph, type NodeDistance } from "./hnsw-graph";
import { searchLayer, type SearchStep } from "./search-layer";

/** A search and the way that it took. */
export interface HnswSearch {
  /** The nearest nodes found, nearest first. */
  nearest: NodeDistance[];
  /** From the top layer down. */
  steps: SearchStep[];
  /** Nodes whose distance was computed, on each layer anew: what a search costs. */
  computations: number;
}

/**
 * The paper's algorithm 5: on the upper layers straight to the nearest node, on the bottom one with `ef` nearest in mind.
 * @param k nodes wanted
 * @param ef nearest nodes kept on the bottom layer; at least k are
 */
export function searchHnsw(graph: HnswGraph, query: Float32Array, k: number, ef: number): HnswSearch {
  if (graph.entry === null) return { nearest: [], steps: [], computations: 0 };
  const distance = distanceTo(graph, query);
  const steps: SearchStep[] = [];
  const onStep = (step: SearchStep) => void steps.push(step);
  let from: NodeDistance[] = [{ node: graph.entry, distance: distance(graph.entry) }];
  for (let layer = countLayers(graph) - 1; layer > 0; layer--) from = searchLayer(graph, distance, { layer, from, ef: 1, onStep });
  const found = searchLayer(graph, distance, { layer: 0, from, ef: Math.max(ef, k), onStep });
  return { nearest: found.slice(0, k), steps, computations: 1 + steps.reduce((sum, { computed }) => sum + computed.length, 0) };
}
