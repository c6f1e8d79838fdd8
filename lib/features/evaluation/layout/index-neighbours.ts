import { setImmediate as nextTurn } from "node:timers/promises";
import { row } from "@/lib/core/vector";
import { distanceOfCosine } from "@/lib/projection/neighbours/exact-neighbours";
import { createNeighbourGraph, type NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { HnswIndex } from "@/lib/vector-index/hnsw-index";

/** As generations are built. */
const BUILD = { m: 16, efConstruction: 200 };
const STEP = 500;

/**
 * The k nearest neighbours of every point by an HNSW index, as a layout of a generation finds them; euclidean distances.
 * @param vectors n × dimensions, rows of length 1   @param onStep told how many of 2n rows are put in or asked for
 */
export async function findIndexNeighbours(vectors: Float32Array, dimensions: number, k: number, signal: AbortSignal, onStep: (done: number, total: number) => void): Promise<NeighbourGraph> {
  const count = vectors.length / dimensions;
  const graph = createNeighbourGraph(count, Math.min(k, count - 1));
  const index = HnswIndex.create(dimensions, count, BUILD);
  for (let i = 0; i < 2 * count; i++) {
    if (i < count) index.put(i, row(vectors, i, dimensions));
    else fillRow(graph, i - count, index, row(vectors, i - count, dimensions));
    if (i % STEP !== 0) continue;
    onStep(i, 2 * count);
    await nextTurn();
    signal.throwIfAborted();
  }
  await index.release();
  return graph;
}

/** A point finds itself too, though not always first: captions may be worded alike. */
function fillRow(graph: NeighbourGraph, point: number, index: HnswIndex, vector: Float32Array): void {
  const { k, neighbours, distances } = graph;
  const { rows, scores } = index.search(vector, k + 1, Math.max(k + 1, 100));
  let at = point * k;
  rows.forEach((other, i) => {
    if (other === point || at === (point + 1) * k) return;
    neighbours[at] = other;
    distances[at++] = distanceOfCosine(scores[i] as number, "euclidean");
  });
}
