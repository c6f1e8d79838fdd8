import { findExactNeighbours } from "@/lib/projection/neighbours/exact-neighbours";
import type { NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { findPrincipalComponents } from "@/lib/projection/pca/principal-components";
import { type LayoutQuality, measureQuality } from "@/lib/projection/quality/measure-quality";
import { layOutHere } from "@/lib/projection/tsne/lay-out-here";
import type { TsneHooks } from "@/lib/projection/tsne/lay-out";
import { completeParameters, highestPerplexity, neighboursFor } from "@/lib/projection/tsne/parameters";
import type { LayoutDistance, LayoutMethod, LayoutView } from "../map-types";

/** Neighbours that quality is measured by. */
const QUALITY_NEIGHBOURS = 30;

/** As the lecture has it for five captions an image; less where there are too few points for it. */
const PERPLEXITY = 5;

export interface SelectionRequest {
  method: LayoutMethod;
  distance: LayoutDistance;
  components: 2 | 3;
  perplexity?: number | undefined;
  iterations?: number | undefined;
  seed?: number | undefined;
}

export interface LaidOut {
  /** n × components. */
  coordinates: Float64Array;
  components: 2 | 3;
  parameters: LayoutView["parameters"];
  quality: LayoutQuality;
  /** Share of the variance along each axis; null for t-SNE. */
  explained: number[] | null;
}

/** The perplexity of a selection where none is asked for. */
export const usualPerplexity = (count: number): number => Math.min(PERPLEXITY, highestPerplexity(count));

/**
 * Lays some hundred captions out on their own. Uses nothing of Node, so that a browser can do it live.
 * @param vectors n × dimensions, rows of length 1   @param images of each caption, in any numbers
 * @throws AppError `invalid_parameter` naming what cannot be used, `bad_input` for NaN; the signal's reason
 */
export async function layOutVectors(vectors: Float32Array, dimensions: number, images: ArrayLike<number>, request: SelectionRequest, hooks: TsneHooks = {}): Promise<LaidOut> {
  const points = { values: vectors, dimensions };
  const components = findPrincipalComponents(points, request.components);
  if (request.method === "pca") {
    const graph = findExactNeighbours(points, QUALITY_NEIGHBOURS);
    return { coordinates: components.coordinates, components: request.components, parameters: {}, quality: measureOf(graph, planeOf(components.coordinates, request.components), points, images, null), explained: components.explained };
  }
  const count = images.length;
  const { perplexity = usualPerplexity(count), iterations, seed } = request;
  const parameters = completeParameters(count, Math.max(0, count - 1), { perplexity, ...(iterations !== undefined && { iterations }), ...(seed !== undefined && { seed }) });
  const graph = findExactNeighbours(points, Math.max(QUALITY_NEIGHBOURS, neighboursFor(parameters.perplexity, count)), request.distance);
  const layout = await layOutHere({ graph, initial: components.coordinates }, parameters, hooks);
  return {
    coordinates: layout.positions,
    components: 2,
    parameters: { perplexity: layout.parameters.perplexity, iterations: layout.parameters.iterations, learningRate: layout.parameters.learningRate, exaggeration: layout.parameters.exaggeration, seed: layout.parameters.seed },
    quality: measureOf(graph, layout.positions, points, images, layout.divergence),
    explained: null,
  };
}

/** The first two of the coordinates, in which quality is measured. */
export function planeOf(coordinates: Float64Array, components: number): Float64Array {
  if (components === 2) return coordinates;
  return Float64Array.from({ length: (2 * coordinates.length) / components }, (_, i) => coordinates[Math.floor(i / 2) * components + (i % 2)]!);
}

const measureOf = (graph: NeighbourGraph, positions: Float64Array, vectors: { values: Float32Array; dimensions: number }, groups: ArrayLike<number>, divergence: number | null) =>
  measureQuality({ graph, positions, vectors, groups, divergence });
