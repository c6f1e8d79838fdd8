import { buildProgram } from "@/scripts/cli/build-program";
import type { CliCommand } from "@/scripts/cli/command";
import { otherScripts } from "./other-scripts";

const WIDTH = 100;

const INTRODUCTION = `# Command reference

<!-- Written by \`npm run docs:cli\` from the command definitions in scripts/. -->

Options come after \`--\`: \`npm run ingest -- captions.json --json\`.

Every command below takes \`--help\` and \`--json\`. With \`--json\` the last line of stdout is one JSON object: the result, or
\`{"error": {"code", "message", "field"}}\`. Progress and messages go to stderr: one updating line on a terminal, plain lines elsewhere.
The error codes are those of [the API](api.md).

| Exit code | Meaning |
| --- | --- |
| 0 | done |
| 1 | failed; the message says what to do |
| 2 | wrong usage: an option or argument cannot be used |
| 130 | stopped by hand (Ctrl-C, SIGTERM); running the command again goes on. A second Ctrl-C ends at once. |

\`LOG_LEVEL=debug\` shows the causes behind an error; \`NO_COLOR=1\` turns colours off. [Getting started](getting-started.md#settings) lists the settings.
`;

function helpOf(command: CliCommand): string {
  let text = "";
  const write = (part: string) => (text += part);
  const program = buildProgram(command).configureHelp({ helpWidth: WIDTH });
  program.configureOutput({ writeOut: write, writeErr: write, getOutHasColors: () => false }).outputHelp();
  return text.trimEnd();
}

const section = (command: CliCommand) => `## ${command.name}\n\n${command.summary}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;

function otherRow(name: string): string {
  const about = otherScripts[name];
  if (!about) throw new Error(`Say in scripts/cli-reference/other-scripts.ts what the npm script "${name}" does.`);
  return `| \`npm ${["start", "test"].includes(name) ? name : `run ${name}`}\` | ${about} |`;
}

/** docs/cli.md. */
export function renderReference({ commands, others }: { commands: CliCommand[]; others: string[] }): string {
  const list = commands.map(({ name, summary }) => `| [\`npm run ${name}\`](#${name.replaceAll(":", "")}) | ${summary} |`);
  const table = (heading: string, rows: string[]) => `| ${heading} | |\n| --- | --- |\n${rows.join("\n")}\n`;
  return [INTRODUCTION, table("Command", list), ...commands.map(section), "## Other npm scripts\n", table("Script", others.map(otherRow))].join("\n");
}
