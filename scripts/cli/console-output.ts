import { format, inspect } from "node:util";
import { readEnv } from "@/lib/core/env";
import type { AppError } from "@/lib/core/errors";
import type { CommandResult } from "./command";
import { BarProgress } from "./progress/bar-progress";
import type { ProgressReporter } from "./progress/command-progress";
import { LineProgress } from "./progress/line-progress";

/** Writes a line to stderr. */
export const note = (line: string) => void process.stderr.write(`${line}\n`);

const write = (text: string) => new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));

/** Where a command speaks: stdout carries results alone, and with --json one line of it. */
export class ConsoleOutput {
  constructor(private readonly json: boolean) {
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
    if (json) console.log = console.info = (...values: unknown[]) => note(format(...values));
  }

  print(line: string): void {
    if (this.json) note(line);
    else process.stdout.write(`${line}\n`);
  }

  async result({ json, text }: CommandResult): Promise<void> {
    if (this.json) return write(JSON.stringify(json));
    const lines = text();
    if (lines !== "") await write(lines);
  }

  async error(error: AppError): Promise<void> {
    note(error.code === "cancelled" ? error.message : `${red("error:")} ${error.message}`);
    if (showsCauses()) for (const cause of causesOf(error)) note(`caused by: ${cause}`);
    if (this.json) await write(JSON.stringify({ error: { code: error.code, message: error.message, field: error.field } }));
  }
}

/** A bar on a terminal, lines elsewhere. */
export function createProgress(): ProgressReporter {
  return process.stderr.isTTY ? new BarProgress(process.stderr) : new LineProgress(note);
}

/** hasColors() is false where NO_COLOR is set or stderr is no terminal that has them. */
function red(text: string): string {
  return process.stderr.isTTY && process.stderr.hasColors() ? `\u001B[31m${text}\u001B[39m` : text;
}

function showsCauses(): boolean {
  try {
    return ["debug", "trace"].includes(readEnv().logLevel);
  } catch {
    return false; // the settings themselves are at fault, and that is the error being told
  }
}

function* causesOf(error: Error): Generator<string> {
  for (let cause = error.cause; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
    yield cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
  }
}
