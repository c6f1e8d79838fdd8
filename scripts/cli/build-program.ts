import { Command } from "commander";
import type { CliCommand } from "./command";

const examplesText = ({ examples }: CliCommand) => (examples.length === 0 ? "" : ["", "Examples:", ...examples.flatMap(({ line, about }) => [`  ${line}`, `      ${about}`])].join("\n"));

/** The commander command of a definition, with the options that every command has. */
export function buildProgram(command: CliCommand): Command {
  const program = new Command(`npm run ${command.name} --`).summary(command.summary).description(command.description);
  program.helpOption("-h, --help", "show this help");
  command.configure(program);
  return program
    .option("--json", "print the result as one JSON object on the last line of stdout")
    .addHelpText("after", examplesText(command));
}
