import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { EncoderAnswer, EncoderRequest, EncoderSetup } from "./encoder-thread";
import { type BatchEncoder, openBatchEncoder } from "./onnx-embedder";
import { unpackRows } from "./token-rows";

// The body of an encoder thread: answers batches one after another until it is asked to end.
if (!parentPort) throw new Error("encoder-worker.ts runs as a worker thread only.");
const { graph, padId } = workerData as EncoderSetup;
const encoder = await openBatchEncoder(graph, { padId, threads: 1 });

async function answer({ id, ...packed }: NonNullable<EncoderRequest>, { run }: BatchEncoder): Promise<EncoderAnswer> {
  try {
    // Memory that belongs to the runtime cannot be transferred.
    return { id, vectors: (await run(unpackRows(packed))).slice() };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}

for await (const [request] of on(parentPort, "message") as AsyncIterable<[EncoderRequest]>) {
  if (!request) break;
  const answered = await answer(request, encoder);
  parentPort.postMessage(answered, "vectors" in answered ? [answered.vectors.buffer as ArrayBuffer] : []);
}
await encoder.close();
parentPort.close();
