import type { NeighbourGraph } from "../neighbours/neighbour-graph";
import type { TsneParameters } from "./parameters";
import type { TsneMemory } from "./tsne-memory";

/** What those who work on a layout are given; plain data, for threads to share. */
export interface TeamTask {
  graph: NeighbourGraph;
  parameters: TsneParameters;
  memory: TsneMemory;
}

/** Who computes a layout: this thread, or several. The result is the same, bit by bit. */
export interface Team {
  /** Computes affinities from distances, and symmetrises them. */
  calibrate(): Promise<void>;
  /** Does the iterations from `first` to before `end`. */
  run(first: number, end: number): Promise<void>;
  /** The KL divergence of the present layout, in nats. */
  divergence(): Promise<number>;
  /** Frees threads; may be called at any time, and stops what is under way. */
  close(): Promise<void>;
}

/** Opens a team for a task. `signal` has to stop its work soon. */
export interface TeamChoice {
  parts: number;
  open: (task: TeamTask, signal: AbortSignal | undefined) => Team | Promise<Team>;
}
