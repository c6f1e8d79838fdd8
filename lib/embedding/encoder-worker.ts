import { openBatchEncoder } from "./batch-encoder";
import type { BatchAnswer, EncoderSetup } from "./encoder-setup";
import { serveRequests, threadSetup } from "./serve-requests";
import { type PaddedRows, unpackRows } from "./token-rows";

// The body of an encoder thread.
const encoder = await openBatchEncoder(threadSetup<EncoderSetup>());
await serveRequests<PaddedRows, BatchAnswer>(async ({ padId, ...packed }) => {
  const start = performance.now();
  const vectors = await encoder.run(unpackRows(packed), padId);
  return { answer: { vectors, milliseconds: performance.now() - start }, transfer: [vectors.buffer] };
});
await encoder.close();
