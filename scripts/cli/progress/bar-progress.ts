import { SingleBar } from "cli-progress";
import type { CommandProgress, ProgressReporter } from "./command-progress";
import { progressDetails } from "./progress-text";
import { StageClock } from "./stage-clock";

const BAR_WIDTH = 24;

/** The updating line: a bar where the total is known, else the count. */
export function barLine(progress: CommandProgress): string {
  const { stage, done, total } = progress;
  const details = progressDetails(progress) || "…";
  if (!total) return `${stage}  ${details}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  return `${stage}  ${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${Math.floor(share * 100)} %  ${details}`;
}

/** Progress on a terminal: one line that updates, and a line left behind for every stage that ended. */
export class BarProgress implements ProgressReporter {
  private readonly clock = new StageClock();
  private bar: SingleBar | null = null;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  report(progress: CommandProgress): void {
    const { ended, began } = this.clock.advance(progress);
    if (began) this.begin(ended);
    this.bar?.setTotal(progress.total ?? Infinity);
    this.bar?.update(progress.done);
  }

  close(finished: boolean): void {
    const ended = this.clock.end();
    this.clear();
    if (finished && ended) this.stream.write(`${ended}\n`);
  }

  private begin(ended: string | null): void {
    this.clear();
    if (ended) this.stream.write(`${ended}\n`);
    const format = () => (this.clock.current ? barLine(this.clock.current) : "");
    // Signals are the command's to handle.
    this.bar = new SingleBar({ stream: this.stream, format, clearOnComplete: true, hideCursor: true, forceRedraw: true, gracefulExit: false, fps: 8 });
    this.bar.start(Infinity, 0);
  }

  private clear(): void {
    this.bar?.stop();
    this.bar = null;
  }
}
