import { readFile, writeFile } from "node:fs/promises";
import { readNpmScripts } from "./cli-reference/npm-scripts";
import { renderReference } from "./cli-reference/render-reference";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";

const FILE = "docs/cli.md";

export const command = defineCommand<object, { file: string; changed: boolean }>({
  name: "docs:cli",
  summary: "Write docs/cli.md from the command definitions.",
  description: "Writes docs/cli.md from the command definitions. Run it after a change to a command; a unit test fails where the file is out of date.",
  async run() {
    const text = renderReference(await readNpmScripts());
    const changed = (await readFile(FILE, "utf8").catch(() => null)) !== text;
    if (changed) await writeFile(FILE, text);
    return { file: FILE, changed };
  },
  present: ({ file, changed }) => (changed ? `Wrote ${file}.` : `${file} is up to date.`),
});

runAsMain(command, import.meta.url);
