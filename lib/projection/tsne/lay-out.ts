import { AppError } from "@/lib/core/errors";
import { float32, ownInt32, shareFloat32 } from "../memory";
import { checkNeighbourGraph, type NeighbourGraph } from "../neighbours/neighbour-graph";
import type { TsneCheckpoint } from "./checkpoint";
import { fingerprint } from "./fingerprint";
import { createJointAffinities } from "./joint-affinities";
import { placeInitially } from "./initial-layout";
import { localTeam } from "./local-team";
import { completeParameters, FEWEST_POINTS, neighboursFor, type TsneParameters } from "./parameters";
import { nextStop, REORDER_FROM, reorderings } from "./stops";
import type { Team, TeamChoice } from "./team";
import { createTsneMemory } from "./tsne-memory";
import { TsneState } from "./tsne-state";

export interface TsneInput {
  graph: NeighbourGraph;
  /** Where points start, n × 2 in any unit (the first two principal components do well); null: at random. */
  initial: Float64Array | null;
  /** Goes on from here. */
  checkpoint?: TsneCheckpoint;
  /**
   * Whether the memory of a shared graph may be worked in, which saves 8 bytes a neighbour: its distances are lost, its neighbours stand again as they stood
   * once it is laid out.
   */
  mayOverwrite?: boolean;
}

export interface TsneProgress {
  /** Iterations done. */
  iteration: number;
  iterations: number;
  /** KL divergence of the layout from the affinities, in nats; not exaggerated. */
  divergence: number;
  /** A copy of the layout, n × 2, by point, around 0. */
  layout: () => Float64Array;
}

export interface TsneHooks {
  signal?: AbortSignal;
  onProgress?: (progress: TsneProgress) => void;
  /** Iterations between two reports, 50 where it is not said. */
  reportEvery?: number;
  /** Is waited for. */
  onCheckpoint?: (checkpoint: TsneCheckpoint) => Promise<void> | void;
  /** Iterations between two checkpoints, 100 where it is not said. */
  checkpointEvery?: number;
}

export interface TsneLayout {
  /** n × 2, by point, around 0. */
  positions: Float64Array;
  /** KL divergence, in nats; 0 for fewer than four points. */
  divergence: number;
  parameters: TsneParameters;
  /** Neighbours used of each point. */
  k: number;
}

/**
 * Lays points out by t-SNE, on this thread or on a team of them. The same input, parameters and seed give the same layout, bit by bit, with any number
 * of threads and from any checkpoint. Fewer than four points have nothing to optimise and stay where they start.
 * Source: L. van der Maaten and G. Hinton, Visualizing Data using t-SNE, JMLR 9 (2008).
 * @throws AppError `invalid_parameter` naming the parameter; `bad_input` for a graph or a start that is not whole; `conflict` for a checkpoint of another
 *   layout; the signal's reason once that is aborted
 */
export async function layOut({ graph, initial, checkpoint, mayOverwrite = false }: TsneInput, given: Partial<TsneParameters>, hooks: TsneHooks, choice: TeamChoice): Promise<TsneLayout> {
  hooks.signal?.throwIfAborted();
  checkNeighbourGraph(graph);
  const parameters = completeParameters(graph.count, graph.k, given);
  const start = placeInitially(graph.count, initial, parameters.seed);
  const k = Math.min(graph.k, neighboursFor(parameters.perplexity, graph.count));
  if (graph.count < FEWEST_POINTS) return { positions: placeFew(graph.count, initial), divergence: 0, parameters, k };
  const exact = graph.count < parameters.exactBelow;
  const { parts, open } = exact ? localTeam : choice;
  const shared = parts > 1;
  const identity = checkpoint || hooks.onCheckpoint ? fingerprint(graph, k, initial, parameters) : "";
  const ours = { ...graph, neighbours: ownInt32(graph.neighbours, shared, mayOverwrite), distances: shareFloat32(graph.distances, shared) };
  // Distances have served once all rows are calibrated.
  const shares = mayOverwrite && k === graph.k ? ours.distances : float32(graph.count * k, shared);
  const joint = createJointAffinities({ neighbours: ours.neighbours, stride: graph.k, shares, k }, shared);
  const task = { graph: ours, parameters, memory: createTsneMemory(joint, parts, exact) };
  const team = await open(task, hooks.signal);
  try {
    await team.calibrate();
    const state = new TsneState(task.memory);
    if (checkpoint) state.restore(checkpoint, identity);
    else state.start(start);
    const divergence = await optimise(team, state, { count: graph.count, first: checkpoint?.iteration ?? 0, identity }, parameters, hooks);
    const positions = state.layout();
    state.end();
    return { positions, divergence, parameters, k };
  } finally {
    await team.close();
  }
}

interface Course {
  count: number;
  /** Iterations done before. */
  first: number;
  identity: string;
}

async function optimise(team: Team, state: TsneState, { count, first, identity }: Course, parameters: TsneParameters, hooks: TsneHooks): Promise<number> {
  const { signal, onProgress, onCheckpoint, reportEvery = 50, checkpointEvery = 100 } = hooks;
  const { iterations, earlyIterations, seed } = parameters;
  const reorderedAt = count < REORDER_FROM ? [] : reorderings(earlyIterations);
  const periods = [...(onProgress ? [reportEvery] : []), ...(onCheckpoint ? [checkpointEvery] : [])];
  let divergence: number | null = null;
  for (let done = first; done < iterations; ) {
    const stop = nextStop(done, iterations, periods, [earlyIterations, ...reorderedAt]);
    await team.run(done, stop);
    done = stop;
    divergence = null;
    if (done === earlyIterations) state.shake(seed);
    if (reorderedAt.includes(done)) state.reorder();
    if (onProgress && (done % reportEvery === 0 || done === iterations)) {
      divergence = checkDivergence(await team.divergence());
      onProgress({ iteration: done, iterations, divergence, layout: () => state.layout() });
    }
    if (onCheckpoint && done % checkpointEvery === 0 && done < iterations) await onCheckpoint(state.checkpoint(done, identity));
    signal?.throwIfAborted();
  }
  return divergence ?? checkDivergence(await team.divergence());
}

function checkDivergence(divergence: number): number {
  if (!Number.isFinite(divergence)) throw new AppError("invalid_parameter", 'The layout ran off to infinity. Give a lower learning rate, or "auto".', { field: "learningRate" });
  // Of alike distributions rounding may leave a little less than nothing.
  return Math.max(0, divergence);
}

/** Too few points for neighbours and strangers: where they start, or evenly on a circle of radius 1. */
function placeFew(count: number, initial: Float64Array | null): Float64Array {
  if (initial) return initial.slice();
  const angle = (i: number) => (2 * Math.PI * i) / count;
  return Float64Array.from({ length: 2 * count }, (_, i) => (count === 1 ? 0 : i % 2 === 0 ? Math.cos(angle(i / 2)) : Math.sin(angle((i - 1) / 2))));
}
