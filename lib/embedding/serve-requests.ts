import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { ThreadMessage, ThreadReply, ThreadStart } from "./worker-thread";

/** What a thread answers, with the memory that it hands over. */
export interface HandedOver<Answer> {
  answer: Answer;
  transfer: ArrayBuffer[];
}

/** What this thread was started with. */
export function threadSetup<Setup>(): Setup {
  return (workerData as ThreadStart).setup as Setup;
}

async function reply<Request, Answer>({ id, request }: NonNullable<ThreadMessage>, handle: (request: Request) => Promise<HandedOver<Answer>>): Promise<[ThreadReply, ArrayBuffer[]]> {
  try {
    const { answer, transfer } = await handle(request as Request);
    return [{ id, answer }, transfer];
  } catch (error) {
    return [{ id, fault: error instanceof Error ? error.message : String(error) }, []];
  }
}

/** The body of a worker thread: answers requests one after another until it is asked to end. */
export async function serveRequests<Request, Answer>(handle: (request: Request) => Promise<HandedOver<Answer>>): Promise<void> {
  if (!parentPort) throw new Error("serveRequests runs in a worker thread only.");
  for await (const [message] of on(parentPort, "message") as AsyncIterable<[ThreadMessage]>) {
    if (!message) break;
    parentPort.postMessage(...(await reply(message, handle)));
  }
  parentPort.close();
}
