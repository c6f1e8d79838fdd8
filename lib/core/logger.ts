import pino, { type Logger } from "pino";
import { readEnv } from "./env";
import { currentRequest } from "./request-context";

let shared: Logger | undefined;

/** Lines of one request are found by its id. */
function mixin(): object {
  const request = currentRequest();
  return request ? { requestId: request.id } : {};
}

/** The process's logger, JSON lines on stderr: stdout belongs to results. */
export function logger(): Logger {
  shared ??= pino({ level: readEnv().logLevel, base: undefined, mixin, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
  return shared;
}
