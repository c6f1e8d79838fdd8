import { dot, row } from "@/lib/core/vector";

/**
 * A graph of Hierarchical Navigable Small Worlds, as the paper describes it (Yu. A. Malkov and D. A. Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical Navigable Small World
 * graphs", 2018, arXiv:1603.09320), for showing how it works: searches use hnswlib, which does not tell the way it takes. Nodes are numbered from 0, layers from 0 at the bottom.
 */
export interface HnswGraph {
  /** Nodes × dimensions, row-major, every row of length 1. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Links that a new node makes on each layer. */
  readonly m: number;
  /** Of each node, the nodes that it links to on each of its layers: on the bottom one at most 2m, above at most m. A node of no layer is not in the graph yet. */
  readonly links: number[][][];
  /** Where every search begins, on its own highest layer, which is that of the graph; null of an empty graph. */
  entry: number | null;
}

/** A node, and how far it is from what is looked for: 1 less the cosine. */
export interface NodeDistance {
  node: number;
  distance: number;
}

export type DistanceTo = (node: number) => number;

export function distanceTo({ vectors, dimensions }: Pick<HnswGraph, "vectors" | "dimensions">, vector: Float32Array): DistanceTo {
  return (node) => 1 - dot(row(vectors, node, dimensions), vector);
}

/** The highest layer of a node; -1 of one that is not in the graph. */
export const topLayerOf = ({ links }: HnswGraph, node: number): number => (links[node]?.length ?? 0) - 1;

/** Layers of the graph. */
export const countLayers = (graph: HnswGraph): number => (graph.entry === null ? 0 : topLayerOf(graph, graph.entry) + 1);
