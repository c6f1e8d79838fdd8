import type { EmbeddedChunk } from "./embedder";

interface Steps<T, P> {
  /** Tokenizes. */
  prepare: (items: T[], signal: AbortSignal) => Promise<P>;
  /** items.length × dimensions values of a chunk prepared before. */
  run: (prepared: P, signal: AbortSignal) => Promise<Float32Array>;
}

interface Pulled<T, P> {
  items: T[];
  prepared: P;
}

/** The promise's outcome, or the signal's reason as soon as it is aborted. */
async function orAborted<V>(promise: Promise<V>, signal: AbortSignal): Promise<V> {
  const { promise: aborted, stop } = whenAborted(signal);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stop();
  }
}

function whenAborted(signal: AbortSignal): { promise: Promise<never>; stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    stop = () => signal.removeEventListener("abort", abort);
  });
  return { promise, stop };
}

/** Marks a promise as looked after: it is awaited later, or given up together with the stream. */
function later<V>(promise: Promise<V>): Promise<V> {
  promise.catch(() => undefined);
  return promise;
}

/**
 * Embeds chunk by chunk, in order: the next chunk is pulled and prepared while one runs, and it runs while the caller
 * works on the one before. At most two chunks are in memory. After an abort a source that is still waiting for
 * its next chunk is told to stop but not waited for.
 */
export async function* embedAhead<T, P>(chunks: AsyncIterable<T[]>, { prepare, run }: Steps<T, P>, outer?: AbortSignal): AsyncGenerator<EmbeddedChunk<T>> {
  const given = new AbortController();
  const signal = outer ? AbortSignal.any([outer, given.signal]) : given.signal;
  const source = chunks[Symbol.asyncIterator]();
  let waiting = false;
  let ended = false;

  async function pull(): Promise<Pulled<T, P> | null> {
    signal.throwIfAborted();
    waiting = true;
    const next = source.next().finally(() => (waiting = false));
    const step = await orAborted(next, signal);
    ended = step.done === true;
    return step.done ? null : { items: step.value, prepared: await prepare(step.value, signal) };
  }

  async function embed(pulled: Promise<Pulled<T, P> | null>): Promise<EmbeddedChunk<T> | null> {
    const chunk = await pulled;
    return chunk && { items: chunk.items, vectors: await run(chunk.prepared, signal) };
  }

  let pulled = later(pull());
  let embedded = later(embed(pulled));
  try {
    while (await pulled) {
      signal.throwIfAborted();
      pulled = later(pull());
      const chunk = await embedded;
      embedded = later(embed(pulled));
      if (chunk) yield chunk;
    }
  } finally {
    given.abort();
    await embedded.catch(() => undefined);
    const closing = ended ? undefined : source.return?.();
    if (waiting && outer?.aborted) closing?.catch(() => undefined);
    else await closing;
  }
}
