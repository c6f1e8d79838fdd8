import { parentPort, workerData } from "node:worker_threads";
import { calibrateRows } from "../tsne/calibrate-rows";
import { symmetriseRows } from "../tsne/joint-affinities";
import { Optimiser } from "../tsne/optimiser";
import type { ThreadReply, ThreadRequest, ThreadSetup } from "./thread-messages";

// The body of a thread that works on its part of a layout.
const { graph, parameters, memory, part } = workerData as ThreadSetup;
const { joint } = memory;
const rowAt = (boundary: number) => Math.floor((graph.count * boundary) / memory.parts);
const optimiser = new Optimiser(memory, parameters, part);

function answer(request: ThreadRequest): number {
  switch (request.kind) {
    case "calibrate":
      calibrateRows(graph, joint.k, parameters.perplexity, joint.weights, rowAt(part), rowAt(part + 1));
      return 0;
    case "symmetrise":
      symmetriseRows(joint, joint.weights, rowAt(part), rowAt(part + 1));
      return 0;
    case "run":
      for (let iteration = request.first; iteration < request.end; iteration++) optimiser.iterate(iteration);
      return 0;
    case "divergence":
      return optimiser.divergence();
  }
}

parentPort?.on("message", (request: ThreadRequest) => parentPort?.postMessage({ value: answer(request) } satisfies ThreadReply));
