/** Milliseconds that a rate looks back over: long enough to be calm, short enough to follow a change. */
const WINDOW = 8000;

/** Bytes a second of late, from now and then a look at how far a transfer is. */
export class RateMeter {
  private samples: { at: number; bytes: number }[] = [];

  /** @param at milliseconds of any clock that only goes forward */
  add(at: number, bytes: number): void {
    this.samples = [...this.samples.filter((sample) => sample.at >= at - WINDOW), { at, bytes }];
  }

  /** What came before an interruption says nothing about what comes after it. */
  restart(): void {
    this.samples = [];
  }

  /** Null until there is something to tell from. */
  get rate(): number | null {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (!first || !last || last.at <= first.at || last.bytes <= first.bytes) return null;
    return (1000 * (last.bytes - first.bytes)) / (last.at - first.at);
  }
}
