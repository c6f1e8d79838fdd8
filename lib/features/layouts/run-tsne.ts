import { AppError } from "@/lib/core/errors";
import { findPrincipalComponents } from "@/lib/projection/pca/principal-components";
import { layOutInThreads } from "@/lib/projection/threads/lay-out-in-threads";
import type { TsneCheckpoint } from "@/lib/projection/tsne/checkpoint";
import type { TsneHooks } from "@/lib/projection/tsne/lay-out";
import { completeParameters, neighboursFor, type TsneParameters } from "@/lib/projection/tsne/parameters";
import { EXACT_BELOW, findNeighbours } from "./find-neighbours";
import type { LayoutRequest } from "./layout-request";
import type { LayoutWork } from "./layout-work";
import { type Placement, QUALITY_NEIGHBOURS } from "./placement";

/** Iterations between two lines of the log. */
const LOG_EVERY = 250;

/** All parameters of a t-SNE of so many points. @throws AppError `invalid_parameter` naming what cannot be used */
export function planTsne(request: LayoutRequest, count: number): TsneParameters {
  const { perplexity, iterations, earlyIterations, exaggeration, learningRate, seed } = request;
  const given = Object.entries({ perplexity, iterations, earlyIterations, exaggeration, learningRate, seed }).filter(([, value]) => value !== undefined);
  return completeParameters(count, Math.max(0, count - 1), Object.fromEntries(given));
}

/** Lays points out by t-SNE on all cores. A job that was killed goes on from its neighbours and its last checkpoint. */
export async function runTsne(work: LayoutWork): Promise<Placement> {
  const { request, points, vectors, manifest } = work;
  const parameters = planTsne(request, points.count);
  const { initialisation = "pca" } = request;
  const initial = initialisation === "pca" ? startOf(findPrincipalComponents({ values: vectors, dimensions: manifest.model.dimensions }, 2).coordinates) : null;
  const k = Math.min(points.count - 1, Math.max(neighboursFor(parameters.perplexity, points.count), QUALITY_NEIGHBOURS));
  const { graph, layout } = await optimise(work, k, initial, parameters);
  const { perplexity, iterations, earlyIterations, exaggeration, learningRate, seed } = layout.parameters;
  return { positions: layout.positions, graph, divergence: layout.divergence, parameters: { perplexity, iterations, earlyIterations, exaggeration, learningRate, initialisation, seed }, axes: null };
}

/** Null where all vectors are alike: points that start in one place are better strewn at random. */
function startOf(coordinates: Float64Array): Float64Array | null {
  return coordinates.some((value, i) => value !== coordinates[i % 2]) ? coordinates : null;
}

async function optimise(work: LayoutWork, k: number, initial: Float64Array | null, parameters: TsneParameters) {
  const { context, folder, points } = work;
  const begin = async (checkpoint: TsneCheckpoint | null) => {
    const graph = await findNeighbours(work, k);
    context.meter.begin("layout", parameters.iterations);
    if (checkpoint) context.log(`Going on from iteration ${checkpoint.iteration}.`);
    const layout = await layOutInThreads({ graph, initial, mayOverwrite: true, ...(checkpoint && { checkpoint }) }, parameters, hooksOf(work));
    context.meter.end();
    return { graph, layout };
  };
  const saved = points.count < EXACT_BELOW ? null : await folder.loadCheckpoint();
  try {
    return await begin(saved);
  } catch (error) {
    // It belongs to other neighbours, or to another version of Kotomap.
    if (saved && error instanceof AppError && error.code === "conflict") return begin(null);
    throw error;
  }
}

function hooksOf({ context, folder, points }: LayoutWork): TsneHooks {
  const { meter, signal, log } = context;
  return {
    signal,
    onProgress: ({ iteration, iterations, divergence }) => {
      meter.advanceTo(iteration);
      if (iteration % LOG_EVERY === 0 || iteration === iterations) log(`Iteration ${iteration} of ${iterations}: KL divergence ${divergence.toFixed(3)}.`);
    },
    ...(points.count >= EXACT_BELOW && { onCheckpoint: (checkpoint) => folder.saveCheckpoint(checkpoint) }),
  };
}

