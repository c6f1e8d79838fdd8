import { SingleBar } from "cli-progress";
import { barLine } from "./bar-line";
import type { CommandProgress, ProgressReporter } from "./command-progress";
import { StageClock } from "./stage-clock";

const COLUMNS = 80;

/** Progress on a terminal: one line that updates, and a line left behind for every stage that ended. */
export class BarProgress implements ProgressReporter {
  private readonly clock = new StageClock();
  private bar: SingleBar | null = null;
  private line = "";
  /** A process that ends at once would leave the cursor hidden. */
  private readonly onExit = () => this.erase();

  constructor(private readonly stream: NodeJS.WriteStream) {
    process.once("exit", this.onExit);
  }

  report(progress: CommandProgress): void {
    const { ended, began } = this.clock.advance(progress);
    if (began) this.erase();
    if (ended) this.stream.write(`${ended}\n`);
    this.line = barLine(progress, this.stream.columns || COLUMNS);
    this.draw();
  }

  aside(write: () => void): void {
    const drawn = this.bar !== null;
    this.erase();
    write();
    if (drawn) this.draw();
  }

  close(finished: boolean): void {
    const ended = this.clock.end();
    this.erase();
    process.off("exit", this.onExit);
    if (finished && ended) this.stream.write(`${ended}\n`);
  }

  /** Shows the line; a bar that is there already does so by itself, at its own pace. */
  private draw(): void {
    if (this.bar) return;
    // Signals are the command's to handle.
    this.bar = new SingleBar({ stream: this.stream, format: () => this.line, clearOnComplete: true, hideCursor: true, gracefulExit: false, fps: 8 });
    this.bar.start(1, 0);
  }

  private erase(): void {
    this.bar?.stop();
    this.bar = null;
  }
}
