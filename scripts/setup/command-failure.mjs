import { Failure } from "./failure.mjs";
import { lastLines } from "./run-process.mjs";

/** Exit codes above this one tell a signal. */
const KILLED = 128;

const WAY_ON = "To go on where it stopped, run the same command again.";

/**
 * How a command that was run with --json failed, with the way on.
 * @param {string} name as in `npm run <name>`
 * @param {{ code: number, stdout: string, output: string }} ended
 */
export function commandFailure(name, { code, stdout, output }) {
  const error = readJson(lastLines(stdout, 1))?.error;
  if (error) return new Failure(error.code, withWayOn(error.message), { field: error.field });
  const how = code > KILLED ? "was killed, perhaps for want of memory" : "failed";
  return new Failure("internal", `npm run ${name} ${how}. ${WAY_ON}`, { output });
}

/** @param {string} message */
const withWayOn = (message) => (/same command again/.test(message) ? message : `${message} ${WAY_ON}`);

/** @param {string} text */
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
