import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { Failure, stopped } from "./failure.mjs";
import { NEXT } from "./next-program.mjs";
import { projectRoot } from "./project-root.mjs";
import { readSetupLink } from "./setup-link.mjs";

/** Milliseconds until the server must answer, between two questions, and for open requests to end when it is stopped. */
const ANSWER_WITHIN = 60_000;
const ASK_EVERY = 100;
const STOP_WITHIN = 5_000;
/** Characters of its output that are kept for messages. */
const KEPT = 20_000;

/**
 * @typedef {object} AppServer
 * @property {string} url without a slash at its end
 * @property {{ status: string, problems?: { code: string, message: string }[] }} health what it answered first
 * @property {Promise<number>} exited its exit code
 * @property {() => Promise<void>} stop
 * @property {Promise<string>} setupLink where the first admin password is set; never settles where there is one
 * @property {() => string} output the end of what it printed
 */

/**
 * Serves the built app and waits until it answers.
 * @param {{ port: number, env?: Record<string, string>, signal?: AbortSignal, program?: [string, string[]] }} options
 *   `program` stands in for Next.js in tests; it takes the port as its last argument
 * @returns {Promise<AppServer>}
 * @throws Failure where it ends or does not answer within a minute
 */
export async function startAppServer({ port, env = {}, signal, program = [process.execPath, [NEXT, "start", "--port"]] }) {
  const child = spawn(program[0], [...program[1], String(port)], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output = (output + text).slice(-KEPT)));
  const setupLink = readSetupLink(child.stdout);
  const exited = new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
    await exited;
    clearTimeout(timer);
  };
  const server = { url: `http://localhost:${port}`, exited, stop, setupLink, output: () => output };
  try {
    const health = await waitForHealth(server, () => child.exitCode !== null || child.signalCode !== null, signal);
    child.stderr.on("data", (text) => process.stderr.write(text));
    return { ...server, health };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {{ url: string, output: () => string }} server @param {() => boolean} hasEnded @param {AbortSignal} [signal] */
async function waitForHealth({ url, output }, hasEnded, signal) {
  const end = performance.now() + ANSWER_WITHIN;
  while (performance.now() < end) {
    if (signal?.aborted) throw stopped();
    if (hasEnded()) throw new Failure("internal", "The server ended before it answered.", { output: output() });
    const health = await askHealth(url);
    if (health) return health;
    await wait(ASK_EVERY);
  }
  throw new Failure("internal", `The server did not answer ${url}/api/v1/health within ${ANSWER_WITHIN / 1000} seconds.`, { output: output() });
}

/** @param {string} url */
async function askHealth(url) {
  try {
    const health = await (await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(5000) })).json();
    return typeof health?.status === "string" ? health : null;
  } catch {
    return null; // not listening yet
  }
}
