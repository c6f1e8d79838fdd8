import { distanceOfCosine, findExactNeighbours } from "@/lib/projection/neighbours/exact-neighbours";
import { createNeighbourGraph, type NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { findNearest } from "@/lib/vector-index/find-nearest";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { indexVectors } from "@/lib/vector-index/index-vectors";
import type { IndexFile } from "@/lib/vector-index/load-generation";
import type { LayoutWork } from "./layout-work";
import { areAllRows } from "./select-points";

/** Fewer points are compared pair by pair, which takes 3 s at most and is exact. */
export const EXACT_BELOW = 3000;

/** An index over just the points: the generation's own where they are all its rows, else one that is built for the layout. */
export async function openIndex({ context, manifest, points, vectors, folder }: LayoutWork): Promise<IndexFile> {
  if (areAllRows(points, manifest)) return new GenerationStore(context.dataDir).verifyIndexFile(manifest.id);
  const { meter, signal } = context;
  meter.begin("index", points.count);
  const file = await indexVectors(folder.fileOf("points.hnsw"), vectors, manifest.model.dimensions, manifest.hnsw, { signal, onProgress: (done) => meter.advanceTo(done) });
  meter.end();
  return file;
}

/**
 * The k nearest neighbours of every point, by the distance asked for, in shared memory. Found once: a job that goes on after a kill reads them.
 * @throws AppError `index_damaged`; the signal's reason
 */
export async function findNeighbours(work: LayoutWork, k: number): Promise<NeighbourGraph> {
  const { context, manifest, points, vectors, folder, request } = work;
  const { meter, signal } = context;
  const { dimensions } = manifest.model;
  if (points.count < EXACT_BELOW) {
    meter.begin("neighbours", points.count);
    const exact = findExactNeighbours({ values: vectors, dimensions }, k, request.distance);
    meter.advanceTo(points.count);
    meter.end();
    return exact;
  }
  const saved = await folder.loadGraph(points.count, k);
  if (saved) return saved;
  const graph = createNeighbourGraph(points.count, k);
  const index = await openIndex(work);
  meter.begin("neighbours", points.count);
  await findNearest({ ...index, vectors, rows: null, among: null, k, neighbours: graph.neighbours, distances: graph.distances }, { signal, onProgress: (done) => meter.advanceTo(done) });
  meter.end();
  measureDistances(graph, request.distance);
  await folder.saveGraph(graph);
  return graph;
}

/** From 1 less the cosine to the distance asked for, in place. */
export function measureDistances({ distances }: NeighbourGraph, distance: LayoutWork["request"]["distance"]): void {
  for (let e = 0; e < distances.length; e++) distances[e] = distanceOfCosine(1 - distances[e]!, distance);
}
