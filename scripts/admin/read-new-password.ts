import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { AppError } from "@/lib/core/errors";
import { checkNewPassword } from "@/lib/features/admin-access/password-rules";

/** Takes what readline would echo. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Asks twice on a terminal, without showing what is typed; elsewhere takes one line from stdin.
 * @throws AppError `invalid_parameter` where it cannot be used or the two differ
 */
export async function readNewPassword(signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) return checkNewPassword(await readLine(signal));
  const password = checkNewPassword(await ask("New admin password: ", signal));
  if ((await ask("The same again: ", signal)) !== password) throw new AppError("invalid_parameter", "The two are not the same.", { field: "password" });
  return password;
}

async function ask(question: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: nowhere(), terminal: true });
  const stopped = new AbortController();
  terminal.once("SIGINT", () => stopped.abort()).once("close", () => stopped.abort());
  process.stderr.write(question);
  try {
    return (await terminal.question("", { signal: AbortSignal.any([signal, stopped.signal]) })).normalize("NFKC");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

async function readLine(signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, signal });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw new AppError("invalid_parameter", "There is no password on stdin.", { field: "password" });
}
