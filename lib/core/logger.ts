import pino, { type Logger } from "pino";
import { readEnv } from "./env";

let shared: Logger | undefined;

/** The process's logger, JSON lines on stderr: stdout belongs to results. */
export function logger(): Logger {
  shared ??= pino({ level: readEnv().logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
  return shared;
}
