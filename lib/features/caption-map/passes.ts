import pLimit from "p-limit";
import { processSingleton } from "@/lib/core/process-singleton";
import { inTurns, type Steps } from "@/lib/projection/turns";

/** Passes over all points at once: every further one would have searches wait for another slice of the thread. */
const AT_ONCE = 2;

const limit = () => processSingleton("map passes", () => pLimit(AT_ONCE));

/** Does what looks at every point of a map, in short steps and when it is its turn. @throws the signal's reason once that is aborted */
export function passOver<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  return limit()(() => {
    signal?.throwIfAborted();
    return inTurns(steps, signal);
  });
}
