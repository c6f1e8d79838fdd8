import { parseArgs } from "node:util";
import { Failure, stopped } from "./failure.mjs";
import { lastLines } from "./run-process.mjs";

/** Exit codes, as in docs/cli.md. */
const FAILED = 1;
const USAGE = 2;
const STOPPED = 130;

/** npm passes on a Ctrl-C that the terminal has sent already: signals this close (ms) are one. */
const SAME_KEY_PRESS = 300;
/** Lines of a failed program's output that are shown. */
const SHOWN = 40;

/**
 * @typedef {object} Script
 * @property {string} name as in `npm run <name>`
 * @property {string} about
 * @property {(context: ScriptContext) => Promise<number>} run returns the exit code
 *
 * @typedef {object} ScriptContext
 * @property {AbortSignal} signal aborts when the script is stopped by hand
 * @property {(text: string) => void} write for people: stdout, or stderr with --json
 * @property {(value: object) => void} result printed with --json alone
 */

/**
 * Runs a script that works before any package is installed; ends the process.
 * @param {Script} script
 */
export async function runScript(script) {
  const options = readOptions(script);
  const result = (/** @type {object} */ value) => void (options.json && process.stdout.write(`${JSON.stringify(value)}\n`));
  const write = (/** @type {string} */ text) => void (options.json ? process.stderr : process.stdout).write(text);
  const signal = listenForStop();
  try {
    process.exitCode = await script.run({ signal, write, result });
  } catch (error) {
    process.exitCode = tell(signal.aborted ? stopped() : error, result);
  }
  process.exit();
}

/** @param {Script} script */
function readOptions({ name, about }) {
  try {
    const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" }, json: { type: "boolean" } } });
    if (!values.help) return values;
    process.stdout.write(`Usage: npm run ${name} -- [options]\n\n${about}\n\nOptions:\n  --json      print the result as one JSON object on the last line of stdout\n  -h, --help  show this help\n`);
    process.exit(0);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`error: ${message}\nSee npm run ${name} -- --help\n`);
    if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ error: { code: "invalid_parameter", message, field: null } })}\n`);
    process.exit(USAGE);
  }
}

function listenForStop() {
  const controller = new AbortController();
  let stoppedAt = NaN;
  const stop = () => {
    if (performance.now() - stoppedAt > SAME_KEY_PRESS) process.exit(STOPPED);
    if (controller.signal.aborted) return;
    stoppedAt = performance.now();
    controller.abort();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return controller.signal;
}

/** @param {unknown} error @param {(value: object) => void} result */
function tell(error, result) {
  const failure = error instanceof Failure ? error : new Failure("internal", error instanceof Error ? (error.stack ?? error.message) : String(error));
  const { code, message, field, output } = failure;
  if (output) process.stderr.write(`\n${lastLines(output, SHOWN)}\n`);
  process.stderr.write(code === "cancelled" ? `\n${message}\n` : `\nerror: ${message}\n`);
  result({ error: { code, message, field } });
  return code === "cancelled" ? STOPPED : FAILED;
}
