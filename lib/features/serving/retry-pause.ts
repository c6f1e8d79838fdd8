import type { Problem } from "./load-active";

/** Milliseconds before a generation that could not be used is tried again; each further pause is twice as long, up to the most. */
const FIRST = 4000;
const LAST = 5 * 60_000;

/** When a load that failed is tried again. */
export class RetryPause {
  private length = FIRST;
  private end = 0;

  constructor(private readonly now: () => number) {}

  get isOver(): boolean {
    return this.now() >= this.end;
  }

  /** @param again whether the same was tried before */
  begin(problems: readonly Problem[], again: boolean): void {
    // To look whether memory has become free costs nothing.
    const grows = again && !problems.some(({ code }) => code === "memory_short");
    this.length = grows ? Math.min(2 * this.length, LAST) : FIRST;
    this.end = this.now() + this.length;
  }
}
