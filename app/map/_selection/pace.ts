/**
 * Lets a calculation go on in step with the screen: a part a frame while it runs, a part a press while it is paused.
 * @param nextFrame calls back when the next picture is due
 */
export class Pace {
  private waiting: (() => void) | null = null;
  private ended = false;

  constructor(private readonly nextFrame: (go: () => void) => void, private running = true) {}

  /** Resolves when the next part may be calculated. */
  async turn(): Promise<void> {
    await new Promise<void>((go) => {
      this.waiting = go;
      if (this.running || this.ended) this.nextFrame(() => this.release());
    });
  }

  pause(): void {
    this.running = false;
  }

  resume(): void {
    this.running = true;
    this.release();
  }

  /** One part more. */
  step(): void {
    this.release();
  }

  /** Lets whatever waits go on, so that it can find out that it was ended. */
  end(): void {
    this.ended = true;
    this.release();
  }

  private release(): void {
    const go = this.waiting;
    this.waiting = null;
    go?.();
  }
}
