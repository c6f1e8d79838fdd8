import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CommanderError, type Command } from "commander";
import { AppError, toAppError } from "@/lib/core/errors";
import { buildProgram } from "./build-program";
import type { CliCommand } from "./command";
import { ConsoleOutput, createProgress, note } from "./console-output";
import { EXIT, exitCodeOf, type ExitCode } from "./exit-code";
import { listenForStop } from "./stop-signal";
import { toUsageError } from "./usage-error";

/** Milliseconds that a command's leftovers (timers, sockets) may keep the process after its end. */
const LINGER = 2000;

/** Runs the command where its file is the one that Node was started with; ends the process with the command's exit code. */
export function runAsMain(command: CliCommand, moduleUrl: string): void {
  const main = process.argv[1];
  if (!main || realpathSync(main) !== realpathSync(fileURLToPath(moduleUrl))) return;
  // Work that never settles ends the process without a result: a failure.
  process.exitCode = EXIT.failed;
  void runCommand(command, process.argv.slice(2)).then((code) => {
    process.exitCode = code;
    setTimeout(() => process.exit(), LINGER).unref();
  });
}

async function runCommand(command: CliCommand, argv: string[]): Promise<ExitCode> {
  const output = new ConsoleOutput(wantsJson(argv));
  try {
    const program = parse(command, argv);
    return program ? await execute(command, program, output) : EXIT.done;
  } catch (thrown) {
    const error = asError(thrown);
    const code = exitCodeOf(error);
    await output.error(error);
    if (code === EXIT.usage) note(`See npm run ${command.name} -- --help`);
    return code;
  }
}

const wantsJson = (argv: string[]) => (argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv).includes("--json");

function asError(thrown: unknown): AppError {
  return thrown instanceof CommanderError ? toUsageError(thrown) : toAppError(thrown);
}

/** Whatever a stopped command fails with, it was stopped. */
function asStopped(error: unknown): AppError {
  const { code, message } = toAppError(error);
  return new AppError("cancelled", code === "cancelled" ? message : "Stopped.", { cause: error });
}

/** @returns null where only the help was asked for, which is printed then */
function parse(command: CliCommand, argv: string[]): Command | null {
  // What commander writes to stderr are its complaints, told as any other error.
  const program = buildProgram(command).exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    return program.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return null;
    throw error;
  }
}

async function execute(command: CliCommand, program: Command, output: ConsoleOutput): Promise<ExitCode> {
  const progress = createProgress();
  const { signal, dispose } = listenForStop(() => progress.aside(() => note("Stopping … (Ctrl-C again ends at once)")));
  let finished = false;
  try {
    const result = await command.execute(program, { signal, report: (step) => progress.report(step), print: (line) => progress.aside(() => output.print(line)) });
    finished = true;
    progress.close(true);
    await output.result(result);
    return EXIT.done;
  } catch (error) {
    throw signal.aborted ? asStopped(error) : error;
  } finally {
    if (!finished) progress.close(false);
    dispose();
  }
}
