import { Turn } from "../turns";
import { calibrateRows } from "./calibrate-rows";
import { symmetriseRows } from "./joint-affinities";
import { Optimiser } from "./optimiser";
import type { Team, TeamChoice, TeamTask } from "./team";

const ROWS = 256;

/** Does everything on the calling thread, which it gives up every few milliseconds. */
class LocalTeam implements Team {
  private readonly optimiser: Optimiser;
  private readonly turn: Turn;

  constructor(private readonly task: TeamTask, signal: AbortSignal | undefined) {
    this.turn = new Turn(signal);
    this.optimiser = new Optimiser(task.memory, task.parameters, 0);
  }

  async calibrate(): Promise<void> {
    const { graph, parameters, memory: { joint } } = this.task;
    await this.inSlices((first, end) => calibrateRows(graph, joint.k, parameters.perplexity, joint.weights, first, end));
    await this.inSlices((first, end) => symmetriseRows(joint, joint.weights, first, end));
  }

  async run(first: number, end: number): Promise<void> {
    for (let iteration = first; iteration < end; iteration++) {
      this.optimiser.iterate(iteration);
      await this.giveWay();
    }
  }

  divergence(): Promise<number> {
    return Promise.resolve(this.optimiser.divergence());
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async inSlices(work: (first: number, end: number) => void): Promise<void> {
    const { count } = this.task.graph;
    for (let row = 0; row < count; row += ROWS) {
      work(row, Math.min(row + ROWS, count));
      await this.giveWay();
    }
  }

  private async giveWay(): Promise<void> {
    if (this.turn.isOver) await this.turn.pass();
  }
}

export const localTeam: TeamChoice = { parts: 1, open: (task, signal) => new LocalTeam(task, signal) };
