import { parentPort, workerData } from "node:worker_threads";
import { calibrateRows } from "../tsne/calibrate-rows";
import { Optimiser } from "../tsne/optimiser";
import type { ThreadReply, ThreadRequest, ThreadSetup } from "./thread-messages";

// The body of a thread that works on its part of a layout.
const { graph, k, parameters, memory, conditional, part } = workerData as ThreadSetup;
const optimiser = new Optimiser(memory, parameters, part);

function answer(request: ThreadRequest): number {
  switch (request.kind) {
    case "calibrate": {
      const at = (boundary: number) => Math.floor((graph.count * boundary) / memory.parts);
      calibrateRows(graph, k, parameters.perplexity, conditional, at(part), at(part + 1));
      return 0;
    }
    case "run":
      for (let iteration = request.first; iteration < request.end; iteration++) optimiser.iterate(iteration);
      return 0;
    case "divergence":
      return optimiser.divergence();
  }
}

parentPort?.on("message", (request: ThreadRequest) => parentPort?.postMessage({ value: answer(request) } satisfies ThreadReply));
