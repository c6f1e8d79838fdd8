import { setTimeout as wait } from "node:timers/promises";
import { TransferFailure } from "./transfer-failure";

/** Tries in a row that bring nothing new. */
const TRIES = 4;

export interface Patience {
  signal: AbortSignal;
  /** Seconds before the second try; each further wait is twice as long. */
  pause: number;
}

/**
 * Runs the work until it succeeds, again after failures that may pass. A try that got further than any before starts the count anew.
 * @param reached how far the work is, such as bytes; grows only by real progress
 * @throws TransferFailure the last one, or at once one that will not pass
 */
export async function keepTrying<T>(work: () => Promise<T>, reached: () => number, { signal, pause }: Patience): Promise<T> {
  const start = reached();
  let furthest = start;
  for (let failures = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TransferFailure)) throw error;
      failures = reached() > furthest ? 0 : failures + 1;
      furthest = Math.max(furthest, reached());
      const { passing, passingOnce } = error.chances;
      if (failures >= TRIES || !(passing || (passingOnce && furthest > start))) throw error;
      await wait(pause * 1000 * 2 ** Math.max(0, failures - 1), undefined, { signal });
    }
  }
}
