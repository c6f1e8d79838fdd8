import { spawn } from "node:child_process";
import { projectRoot } from "./project-root.mjs";

/** Milliseconds before a worker that ended is started again; each further wait is twice as long, up to the most, until one has lived for a while. */
const FIRST_PAUSE = 1000;
const LAST_PAUSE = 60_000;
const LIVED = 60_000;
/** Milliseconds for it to put its jobs back when it is stopped. */
const STOP_WITHIN = 6_000;

/**
 * Starts the worker that does the jobs, and starts it again whenever it ends. The server does not need it: jobs wait.
 * @param {{ write: (text: string) => void, program?: [string, string[]], firstPause?: number }} options
 *   `program` and `firstPause` stand in for the worker and its pause in tests
 * @returns {{ stop: () => Promise<void>, pid: () => number | undefined }}
 */
export function keepWorker({ write, program = [process.execPath, ["--import", "tsx", "scripts/worker.ts"]], firstPause = FIRST_PAUSE }) {
  let stopped = false;
  let pause = firstPause;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const start = () => {
    const startedAt = performance.now();
    // By the channel it learns when this process has ended, however that was.
    child = spawn(program[0], program[1], { cwd: projectRoot, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    let told = false;
    const again = (/** @type {string} */ how) => {
      if (stopped || told) return;
      told = true;
      if (performance.now() - startedAt >= LIVED) pause = firstPause;
      write(`note: the worker that does the jobs ended (${how}); it is started again in ${pause / 1000} s\n`);
      timer = setTimeout(start, pause);
      pause = Math.min(2 * pause, LAST_PAUSE);
    };
    child.on("error", ({ message }) => again(message)).on("exit", (code, signal) => again(signal ?? `exit code ${code}`));
  };
  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const exited = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
    await exited;
    clearTimeout(killer);
  };
  start();
  return { stop, pid: () => child.pid };
}
