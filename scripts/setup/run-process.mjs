import { spawn } from "node:child_process";
import { constants } from "node:os";
import { Failure, stopped } from "./failure.mjs";
import { projectRoot } from "./project-root.mjs";

/** Characters of a program's output that are kept. */
const KEPT = 200_000;

/**
 * Runs a program to its end, in the project's folder.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean, signal?: AbortSignal }} [options]
 *   `show`: its stderr goes straight to ours, so that a progress bar can draw itself
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `code`: as a shell has it, 128 + the signal's number for a killed program; `output`: the end of stdout and stderr together
 * @throws Failure `cancelled` when the signal aborts, which stops the program first
 */
export async function runProcess(program, args, { env = {}, show = false, signal } = {}) {
  if (signal?.aborted) throw stopped();
  const child = spawn(program, args, { cwd: projectRoot, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", show ? "inherit" : "pipe"] });
  const stop = () => child.kill("SIGTERM");
  signal?.addEventListener("abort", stop, { once: true });
  let output = "";
  let stdout = "";
  const keep = (/** @type {string} */ text) => (output = (output + text).slice(-KEPT));
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    stdout = (stdout + text).slice(-KEPT);
    keep(text);
  });
  child.stderr?.setEncoding("utf8").on("data", keep);
  try {
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", (exit, killer) => resolve(exit ?? 128 + (killer ? constants.signals[killer] : 0))));
    if (signal?.aborted) throw stopped();
    return { code, output, stdout };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("internal", `${program} could not be started: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** @param {string} text @param {number} lines */
export const lastLines = (text, lines) => text.trimEnd().split("\n").slice(-lines).join("\n");
