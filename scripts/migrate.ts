import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";

export const command = defineCommand<object, { applied: string[] }>({
  name: "migrate",
  summary: "Make the database, or bring it to the current schema.",
  description: "Makes the database of the data folder where it is missing and applies the migrations it does not have yet. Works offline. Stop the server and any ingest first.",
  run: async () => ({ applied: (await prepareDatabase()).applied }),
  present: ({ applied }) => (applied.length === 0 ? "The database is up to date." : ["Applied:", ...applied.map((name) => `  ${name}`)].join("\n")),
});

runAsMain(command, import.meta.url);
