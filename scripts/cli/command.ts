import type { Command } from "commander";
import type { CommandProgress } from "./progress/command-progress";

export interface CommandContext<Options> {
  /** The arguments that are no options, in order. */
  args: string[];
  options: Options;
  /** Aborts when the command is stopped by hand; the work then ends as soon as its data is safe. */
  signal: AbortSignal;
  report: (progress: CommandProgress) => void;
  /** A line for people, before the result; never part of --json. */
  print: (line: string) => void;
}

/** A command of the project: what it takes, what it does, and how its result reads. */
export interface CommandDefinition<Options, Result extends object> {
  /** As in `npm run <name>`. */
  name: string;
  /** One line, for lists of commands. */
  summary: string;
  /** What it does, for --help. */
  description: string;
  /** Command lines with a word on each, for --help. */
  examples?: { line: string; about: string }[];
  /** Adds arguments and options. --help and --json are there already. */
  configure?: (command: Command) => void;
  /** Does the work. The result is what --json prints. */
  run: (context: CommandContext<Options>) => Promise<Result>;
  /** The result for people, without a final line break; nothing is printed where it is "". */
  present: (result: Result) => string;
}

export interface CommandResult {
  json: object;
  text: () => string;
}

/** A definition whose types of options and result are its own business. */
export interface CliCommand {
  name: string;
  summary: string;
  description: string;
  examples: { line: string; about: string }[];
  configure: (command: Command) => void;
  /** Runs with the options that commander parsed; `text` presents the result on demand. */
  execute: (parsed: Command, context: Omit<CommandContext<never>, "args" | "options">) => Promise<CommandResult>;
}

export function defineCommand<Options extends object, Result extends object>(definition: CommandDefinition<Options, Result>): CliCommand {
  const { name, summary, description, examples = [], configure = () => undefined, run, present } = definition;
  return {
    name,
    summary,
    description,
    examples,
    configure,
    execute: async (parsed, context) => {
      const result = await run({ ...context, args: parsed.args, options: parsed.opts<Options & Record<string, unknown>>() });
      return { json: result, text: () => present(result) };
    },
  };
}
