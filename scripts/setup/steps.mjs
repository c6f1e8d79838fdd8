import { formatDuration } from "./duration.mjs";

/**
 * Runs numbered steps and tells how each went: "[2/7] Install the packages … 41 s".
 */
export class Steps {
  /** @type {{ name: string, outcome: "done" | "already done" | "failed" | "left out", seconds: number }[]} */
  finished = [];

  /** @param {number} total @param {(text: string) => void} write */
  constructor(total, write) {
    this.total = total;
    this.write = write;
  }

  /**
   * @param {string} name
   * @param {(show: () => void) => Promise<boolean>} work returns whether there was something to do; calls `show` before it prints itself
   */
  async run(name, work) {
    const start = performance.now();
    const heading = `[${this.finished.length + 1}/${this.total}] ${name}`;
    this.write(`${heading} … `);
    let shown = false;
    const show = () => {
      shown = true;
      this.write("\n");
    };
    const end = (/** @type {"done" | "already done" | "failed"} */ outcome) => {
      const seconds = (performance.now() - start) / 1000;
      this.finished.push({ name, outcome, seconds });
      const duration = formatDuration(seconds);
      this.write(`${shown ? `${heading} … ` : ""}${{ done: duration, "already done": "already done", failed: `failed after ${duration}` }[outcome]}\n`);
    };
    try {
      end((await work(show)) ? "done" : "already done");
    } catch (error) {
      end("failed");
      throw error;
    }
  }

  /** @param {string} name @param {string} why */
  leaveOut(name, why) {
    this.finished.push({ name, outcome: "left out", seconds: 0 });
    this.write(`[${this.finished.length}/${this.total}] ${name} … left out: ${why}\n`);
  }
}
