import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { CliCommand } from "@/scripts/cli/command";

const packageJson = z.object({ scripts: z.record(z.string(), z.string()) });
const COMMAND = /^node --import tsx ((?:scripts|tests)\/[\w/.-]+\.ts)$/;

/** The npm scripts of the project: those that are commands of the command frame, and the others. */
export async function readNpmScripts(): Promise<{ commands: CliCommand[]; others: string[] }> {
  const { scripts } = packageJson.parse(JSON.parse(await readFile("package.json", "utf8")));
  const commands: CliCommand[] = [];
  const others: string[] = [];
  for (const [name, line] of Object.entries(scripts)) {
    const file = COMMAND.exec(line)?.[1];
    if (file && (await isCommandFile(file))) commands.push(await importCommand(name, file));
    else others.push(name);
  }
  return { commands, others };
}

/** Other files would do their work when imported. */
const isCommandFile = async (file: string) => (await readFile(file, "utf8")).includes("runAsMain(command, import.meta.url)");

async function importCommand(name: string, file: string): Promise<CliCommand> {
  const { command } = (await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href)) as { command?: CliCommand };
  if (command?.name !== name) throw new Error(`The npm script "${name}" runs ${file}, which must export a command of that name made by defineCommand.`);
  return command;
}
