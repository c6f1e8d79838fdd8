import { setImmediate as nextTurn } from "node:timers/promises";
import { row } from "@/lib/core/vector";
import { createNeighbourGraph, type NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { placePoints } from "@/lib/projection/transform/place-points";
import { PotentialField } from "@/lib/projection/transform/potential-field";
import { exactTopK } from "@/lib/vector-index/exact";
import { findNearest } from "@/lib/vector-index/find-nearest";
import type { Base } from "./find-base";
import { EXACT_BELOW, findNeighbours, measureDistances, openIndex } from "./find-neighbours";
import type { LayoutStore } from "./layout-store";
import type { LayoutWork } from "./layout-work";
import { type Placement, QUALITY_NEIGHBOURS } from "./placement";
import { projectOnSaved } from "./run-pca";

/** Neighbours that a new point is placed by. */
const NEAREST = 15;
/** New points placed between two turns of others. */
const AT_ONCE = 200;

/** The points that an earlier layout has keep their places on it; the others are placed among them. */
export async function extendLayout(work: LayoutWork, store: LayoutStore, base: Base): Promise<Placement> {
  const { points, request } = work;
  const { manifest, positions: before } = base.layout;
  const positions = new Float64Array(2 * points.count);
  base.origin.forEach((point, i) => {
    if (point >= 0) positions.set([before[2 * point]!, before[2 * point + 1]!], 2 * i);
  });
  const axes = await store.readAxes(manifest, manifest);
  const fresh = Int32Array.from(base.origin.keys()).filter((i) => base.origin[i]! < 0);
  if (fresh.length > 0) {
    const placed = request.method === "pca" && axes ? projectOnSaved(gather(work, fresh), work.manifest.model.dimensions, axes) : await place(work, positions, base.origin, fresh);
    fresh.forEach((point, i) => positions.set(placed.subarray(2 * i, 2 * i + 2), 2 * point));
  }
  const graph = await findNeighbours(work, Math.min(points.count - 1, QUALITY_NEIGHBOURS));
  return { positions, graph, divergence: null, parameters: manifest.parameters, axes };
}

/** Vectors of some points, one after another. */
function gather({ vectors, manifest }: LayoutWork, chosen: Int32Array): Float32Array {
  const { dimensions } = manifest.model;
  const gathered = new Float32Array(chosen.length * dimensions);
  chosen.forEach((point, i) => gathered.set(row(vectors, point, dimensions), i * dimensions));
  return gathered;
}

/** @returns fresh.length × 2 */
async function place(work: LayoutWork, positions: Float64Array, origin: Int32Array, fresh: Int32Array): Promise<Float64Array> {
  const { context } = work;
  const kept = Int32Array.from(origin.keys()).filter((i) => origin[i]! >= 0);
  const nearest = await findNearestKept(work, kept, fresh);
  const keptPositions = Float64Array.from({ length: 2 * kept.length }, (_, e) => positions[2 * kept[e >> 1]! + (e & 1)]!);
  const field = new PotentialField(keptPositions);
  const placed = new Float64Array(2 * fresh.length);
  context.meter.begin("layout", fresh.length);
  for (let first = 0; first < fresh.length; first += AT_ONCE) {
    placed.set(placePoints(sliceGraph(nearest, first, Math.min(first + AT_ONCE, fresh.length)), keptPositions, field), 2 * first);
    context.meter.advanceTo(Math.min(first + AT_ONCE, fresh.length));
    await nextTurn();
    context.signal.throwIfAborted();
  }
  context.meter.end();
  return placed;
}

function sliceGraph({ k, neighbours, distances }: NeighbourGraph, first: number, end: number): NeighbourGraph {
  return { count: end - first, k, neighbours: neighbours.subarray(first * k, end * k), distances: distances.subarray(first * k, end * k) };
}

/** Of each new point the nearest of those that are kept, counted as in `kept`. */
async function findNearestKept(work: LayoutWork, kept: Int32Array, fresh: Int32Array): Promise<NeighbourGraph> {
  const { context, points, vectors, manifest, request } = work;
  const { dimensions } = manifest.model;
  const nearest = createNeighbourGraph(fresh.length, Math.min(NEAREST, kept.length));
  const { k, neighbours, distances } = nearest;
  if (points.count < EXACT_BELOW) {
    fresh.forEach((point, i) => {
      const { rows, scores } = exactTopK(vectors, row(vectors, point, dimensions), k, kept);
      neighbours.set(rows, i * k);
      distances.set(scores.map((score) => Math.max(0, 1 - score)), i * k);
    });
  } else {
    const index = await openIndex(work);
    const among = new Uint8Array(new SharedArrayBuffer(points.count));
    for (const point of kept) among[point] = 1;
    const rows = new Int32Array(new SharedArrayBuffer(fresh.byteLength));
    rows.set(fresh);
    context.meter.begin("neighbours", fresh.length);
    await findNearest({ ...index, vectors, rows, among, k, neighbours, distances }, { signal: context.signal, onProgress: (done) => context.meter.advanceTo(done) });
    context.meter.end();
  }
  const place = new Int32Array(points.count);
  kept.forEach((point, i) => (place[point] = i));
  for (let e = 0; e < neighbours.length; e++) if (neighbours[e]! >= 0) neighbours[e] = place[neighbours[e]!]!;
  measureDistances(nearest, request.distance);
  return nearest;
}
