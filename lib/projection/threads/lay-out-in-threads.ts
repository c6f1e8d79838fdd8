import os from "node:os";
import { layOut, type TsneHooks, type TsneInput, type TsneLayout } from "../tsne/lay-out";
import { localTeam } from "../tsne/local-team";
import type { TsneParameters } from "../tsne/parameters";
import { threadTeam } from "./thread-team";

/**
 * A t-SNE on worker threads, for commands and jobs: the server does not import this. A graph in shared memory (createNeighbourGraph) is not copied.
 * See layOut for errors.
 * @param threads one a core where it is not said
 */
export function layOutInThreads(input: TsneInput, parameters: Partial<TsneParameters> = {}, hooks: TsneHooks = {}, threads: number = os.availableParallelism()): Promise<TsneLayout> {
  return layOut(input, parameters, hooks, threads > 1 ? threadTeam(threads) : localTeam);
}
