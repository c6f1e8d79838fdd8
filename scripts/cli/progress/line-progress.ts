import type { CommandProgress, ProgressReporter } from "./command-progress";
import { progressLine } from "./progress-text";
import { StageClock } from "./stage-clock";

/** Milliseconds between two lines of one stage. */
const LINE_EVERY = 3000;

/** Progress for logs: a line now and then, and one at the end of every stage. */
export class LineProgress implements ProgressReporter {
  private readonly clock = new StageClock();
  private writtenAt = 0;

  constructor(
    private readonly write: (line: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  report(progress: CommandProgress): void {
    const { ended, began } = this.clock.advance(progress);
    if (ended) this.write(ended);
    if (began) this.writtenAt = this.now();
    if (this.now() - this.writtenAt < LINE_EVERY) return;
    this.writtenAt = this.now();
    this.write(progressLine(progress));
  }

  aside(write: () => void): void {
    write();
  }

  close(finished: boolean): void {
    const last = this.clock.current;
    const ended = this.clock.end();
    if (finished && ended) this.write(ended);
    if (!finished && last) this.write(`${progressLine({ ...last, etaSeconds: null })}, not finished`);
  }
}
