/** Milliseconds after which others of this thread get their turn. */
const SLICE = 12;

/** Two works that take turns by timers alone would keep Node from its sockets: each has become due when the other ends. Browsers have no immediates. */
const later: (work: () => void) => void = typeof setImmediate === "function" ? setImmediate : (work) => void setTimeout(work, 0);

/** Work in short steps: between two of them, its thread may do something else. */
export type Steps<T> = Generator<void, T, void>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does all steps, a few milliseconds of them at a time. @throws the signal's reason once that is aborted */
export async function inTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  const turn = new Turn(signal);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (turn.isOver) await turn.pass();
  }
}

/** The time that work has on a thread it shares, in Node and in browsers. */
export class Turn {
  private began = performance.now();

  constructor(private readonly signal?: AbortSignal) {}

  get isOver(): boolean {
    return performance.now() - this.began >= SLICE;
  }

  /** Lets timers, sockets and signals of the thread have their turn. @throws the signal's reason once that is aborted */
  async pass(): Promise<void> {
    await new Promise<void>((resolve) => later(resolve));
    this.signal?.throwIfAborted();
    this.began = performance.now();
  }
}
