import type { DistanceTo, HnswGraph, NodeDistance } from "./hnsw-graph";
import { NearestFirst } from "./nearest-first";

/** One step of a search: the links of a node are followed. */
export interface SearchStep {
  layer: number;
  node: number;
  /** Nodes at the other ends of its links that were not seen before: their distances are computed. */
  computed: NodeDistance[];
  /** The nearest nodes after the step, as many as are kept, nearest first. */
  found: NodeDistance[];
}

interface LayerSearch {
  layer: number;
  /** Where it begins. */
  from: readonly NodeDistance[];
  /** Nearest nodes that are kept. */
  ef: number;
  onStep?: ((step: SearchStep) => void) | undefined;
}

/**
 * The paper's algorithm 2: from node to node on one layer, always to the nearest one whose links were not followed yet, until that is farther than all `ef` that are kept.
 * @returns the nearest nodes found, at most `ef`, nearest first
 */
export function searchLayer({ links }: HnswGraph, distance: DistanceTo, { layer, from, ef, onStep }: LayerSearch): NodeDistance[] {
  const seen = new Set(from.map(({ node }) => node));
  const candidates = new NearestFirst(from);
  const found = new NearestFirst(from);
  for (let next = candidates.takeNearest(); next; next = candidates.takeNearest()) {
    if (found.size >= ef && next.distance > (found.farthest?.distance ?? Infinity)) break;
    const computed: NodeDistance[] = [];
    for (const node of links[next.node]?.[layer] ?? []) {
      if (seen.has(node)) continue;
      seen.add(node);
      const reached = { node, distance: distance(node) };
      computed.push(reached);
      if (found.size >= ef && reached.distance >= (found.farthest?.distance ?? Infinity)) continue;
      candidates.add(reached);
      found.add(reached);
      if (found.size > ef) found.dropFarthest();
    }
    onStep?.({ layer, node: next.node, computed, found: found.toArray() });
  }
  return found.toArray();
}
