import type { BatchAnswer } from "../encoder-setup";
import { serveRequests, threadSetup } from "../serve-requests";
import type { PaddedRows } from "../token-rows";
import type { PacedSetup } from "./paced-setup";

// The body of a thread that stands for a device: its vectors have length 1 and mean nothing.
const { rowsPerSecond, dimensions, idleAndTotal } = threadSetup<PacedSetup>();
const asleep = new Int32Array(new SharedArrayBuffer(4));
let first: number | null = null;
let last = 0;
/** Milliseconds that earlier batches took too long: sleep is not exact, and the pace has to be. */
let late = 0;

function wait(milliseconds: number): void {
  if (milliseconds > 0) Atomics.wait(asleep, 0, 0, milliseconds);
}

await serveRequests<PaddedRows, BatchAnswer>(({ lengths }) => {
  const start = performance.now();
  if (first === null) first = start;
  else idleAndTotal[0] = (idleAndTotal[0] ?? 0) + start - last;
  const vectors = new Float32Array(lengths.length * dimensions).fill(1 / Math.sqrt(dimensions));
  const milliseconds = (lengths.length / rowsPerSecond) * 1000;
  wait(start + milliseconds - late - performance.now());
  last = performance.now();
  late += last - start - milliseconds;
  idleAndTotal[1] = last - first;
  return Promise.resolve({ answer: { vectors, milliseconds }, transfer: [vectors.buffer] });
});
