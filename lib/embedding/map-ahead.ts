/** A promise that rejects when the signal aborts. */
function whenAborted(signal: AbortSignal): { promise: Promise<never>; stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    stop = () => signal.removeEventListener("abort", abort);
  });
  return { promise, stop };
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

/** Marks a promise as looked after: it is awaited later, or given up together with the stream. */
function later<V>(promise: Promise<V>): Promise<V> {
  promise.catch(() => undefined);
  return promise;
}

/** Reads a source one item after another, and starts the work on each as it comes. */
class Reading<T, R> {
  private readonly iterator: AsyncIterator<T>;
  /** Outcomes in order; null marks the end. */
  private last: Promise<unknown> = Promise.resolve();
  private asked = false;
  private waiting = false;
  private ended = false;

  constructor(source: AsyncIterable<T>, private readonly work: (item: T, signal: AbortSignal) => Promise<R>, private readonly signal: AbortSignal) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  /** The outcome of the next item, null past the last one. The source is asked for one item at a time. */
  next(): Promise<{ result: R } | null> {
    const pulled = later(this.last.then(() => this.pull()));
    this.last = pulled;
    return later(pulled.then(async (item) => item && { result: await this.work(item.value, this.signal) }));
  }

  private async pull(): Promise<{ value: T } | null> {
    if (this.ended) return null;
    this.signal.throwIfAborted();
    this.asked = this.waiting = true;
    const step = await orAborted(this.iterator.next().finally(() => (this.waiting = false)), this.signal);
    if (step.done) this.ended = true;
    return step.done ? null : { value: step.value };
  }

  /** @param patient whether to wait for a source that has not given the item asked for */
  async close(patient: boolean): Promise<void> {
    const closing = this.ended ? undefined : this.iterator.return?.();
    if (!patient && (this.waiting || !this.asked)) closing?.catch(() => undefined);
    else await closing;
  }
}

/**
 * Works on the items of a source, up to `most` at once, and gives the results in order: the source is read and worked on
 * while the caller is busy with an earlier result. No more than `most` items and the caller's one are held.
 * After a failure or an abort nothing more is started; a source that is still waiting for its next item is told to stop,
 * but after an abort not waited for.
 */
export async function* mapAhead<T, R>(source: AsyncIterable<T>, most: number, work: (item: T, signal: AbortSignal) => Promise<R>, outer?: AbortSignal): AsyncGenerator<R> {
  const given = new AbortController();
  const reading = new Reading(source, work, outer ? AbortSignal.any([outer, given.signal]) : given.signal);
  const started = Array.from({ length: most }, () => reading.next());
  try {
    for (let outcome = await started.shift(); outcome; outcome = await started.shift()) {
      outer?.throwIfAborted();
      started.push(reading.next());
      yield outcome.result;
    }
  } finally {
    given.abort();
    await Promise.allSettled(started);
    await reading.close(!outer?.aborted);
  }
}
