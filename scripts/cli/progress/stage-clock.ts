import type { CommandProgress } from "./command-progress";
import { stageEndLine } from "./progress-text";

/** Follows the stages of a command, so that each can be told when it ended. */
export class StageClock {
  private last: CommandProgress | null = null;
  private startedAt = 0;

  get current(): CommandProgress | null {
    return this.last;
  }

  /** @returns the line of the stage that ended by this report, if one did */
  advance(progress: CommandProgress): { ended: string | null; began: boolean } {
    // Several files are read one after another under one stage name.
    const began = this.last?.stage !== progress.stage || (this.last.file ?? null) !== (progress.file ?? null);
    const ended = began ? this.end() : null;
    if (began) this.startedAt = performance.now();
    this.last = progress;
    return { ended, began };
  }

  end(): string | null {
    const line = this.last && stageEndLine(this.last, (performance.now() - this.startedAt) / 1000);
    this.last = null;
    return line;
  }
}
