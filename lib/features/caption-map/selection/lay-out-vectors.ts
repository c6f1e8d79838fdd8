import { exactNeighbourSteps } from "@/lib/projection/neighbours/exact-neighbours";
import type { NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { principalComponentSteps } from "@/lib/projection/pca/principal-components";
import { type LayoutQuality, qualitySteps } from "@/lib/projection/quality/measure-quality";
import { layOutHere } from "@/lib/projection/tsne/lay-out-here";
import type { TsneHooks } from "@/lib/projection/tsne/lay-out";
import { completeParameters, highestPerplexity, neighboursFor, type TsneParameters } from "@/lib/projection/tsne/parameters";
import { inTurns, type Steps } from "@/lib/projection/turns";
import type { LayoutDistance, LayoutMethod, LayoutView } from "../map-types";

/** Neighbours that quality is measured by. */
const QUALITY_NEIGHBOURS = 30;

/** Up to here all pairs of points take no longer than a grid, whose groups stand far apart. */
const EXACT_BELOW = 3000;

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
 * Lays some hundred captions out on their own, giving the thread up every few milliseconds. Uses nothing of Node, so that a browser can do it live.
 * @param vectors n × dimensions, rows of length 1   @param images of each caption, in any numbers
 * @throws AppError `invalid_parameter` naming what cannot be used, `bad_input` for NaN; the signal's reason
 */
export async function layOutVectors(vectors: Float32Array, dimensions: number, images: ArrayLike<number>, request: SelectionRequest, hooks: TsneHooks = {}): Promise<LaidOut> {
  const points = { values: vectors, dimensions };
  const inShort = <T>(steps: Steps<T>) => inTurns(steps, hooks.signal);
  const measure = (graph: NeighbourGraph, positions: Float64Array, divergence: number | null) => inShort(qualitySteps({ graph, positions, vectors: points, groups: images, divergence }));
  if (request.method === "pca") {
    const { coordinates, components, explained } = await inShort(principalComponentSteps(points, request.components));
    const graph = await inShort(exactNeighbourSteps(points, QUALITY_NEIGHBOURS));
    return { coordinates, components: request.components, parameters: {}, quality: await measure(graph, planeOf(coordinates, components), null), explained };
  }
  const { distance } = request;
  const parameters = parametersOf(images.length, request);
  const start = await inShort(principalComponentSteps(points, 2));
  const graph = await inShort(exactNeighbourSteps(points, Math.max(QUALITY_NEIGHBOURS, neighboursFor(parameters.perplexity, images.length)), distance));
  const { positions, divergence } = await layOutHere({ graph, initial: start.coordinates }, parameters, hooks);
  const { perplexity, iterations, learningRate, exaggeration, seed } = parameters;
  return { coordinates: positions, components: 2, parameters: { distance, perplexity, iterations, learningRate, exaggeration, seed }, quality: await measure(graph, positions, divergence), explained: null };
}

/** @throws AppError `invalid_parameter` */
function parametersOf(count: number, { perplexity = usualPerplexity(count), iterations, seed }: SelectionRequest): TsneParameters {
  return completeParameters(count, Math.max(0, count - 1), { perplexity, exactBelow: EXACT_BELOW, ...(iterations !== undefined && { iterations }), ...(seed !== undefined && { seed }) });
}

/** The first two of the coordinates, in which quality is measured. */
export function planeOf(coordinates: Float64Array, components: number): Float64Array {
  if (components === 2) return coordinates;
  return Float64Array.from({ length: (2 * coordinates.length) / components }, (_, i) => coordinates[Math.floor(i / 2) * components + (i % 2)]!);
}
