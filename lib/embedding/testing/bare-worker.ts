import { openSession } from "../onnx-session";
import { serveRequests, threadSetup } from "../serve-requests";
import type { BareSetup } from "./bare-setup";

// The body of a thread that does nothing but run a session on batches that are ready.
const { graph, output, batches, taken } = threadSetup<BareSetup>();
const session = await openSession(graph, { threads: 1 });
await serveRequests<null, null>(async () => {
  for (let batch = batches[Atomics.add(taken, 0, 1)]; batch; batch = batches[Atomics.add(taken, 0, 1)]) await session.run(batch.feeds, batch.shape, output);
  return { answer: null, transfer: [] };
});
await session.close();
