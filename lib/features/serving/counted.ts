/** A value that several hold at once; it is freed when the last one lets go. */
export class Counted<T> {
  private holds = 0;

  constructor(readonly value: T, private readonly free: (value: T) => void) {}

  /** @returns lets go; called again, it does nothing */
  hold(): () => void {
    this.holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.holds === 0) this.free(this.value);
    };
  }

  /** Holds the value from the start of the work to its end. */
  async during<R>(work: (value: T) => Promise<R>): Promise<R> {
    const letGo = this.hold();
    try {
      return await work(this.value);
    } finally {
      letGo();
    }
  }
}
