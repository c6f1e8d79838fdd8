import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { recordAct } from "@/lib/features/admin-access/record-act";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { deleteGeneration } from "@/lib/features/reindexing/delete-generation";
import { listGenerations } from "@/lib/features/reindexing/list-generations";
import { readGeneration } from "@/lib/features/reindexing/read-generation";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { switchGeneration } from "@/lib/features/reindexing/switch-generation";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { presentGeneration, presentGenerationList } from "./present/generations";

interface Options {
  force?: boolean;
  pause?: boolean;
}

type Result = { generations: GenerationView[] } | GenerationView;

const ACTS = ["list", "show", "activate", "delete"] as const;

async function act(name: (typeof ACTS)[number], id: string, { force, pause }: Options): Promise<Result> {
  const { dataDir } = readEnv();
  const { db } = await prepareDatabase(dataDir);
  switch (name) {
    case "list":
      return { generations: await listGenerations(db, dataDir) };
    case "show":
      return readGeneration(db, dataDir, id);
    case "activate": {
      const options = { force, swap: pause ? ("pause" as const) : undefined };
      return recordAct(db, COMMAND_LINE, "generation.activate", () => switchGeneration(db, dataDir, id, options), { target: id, detail: options });
    }
    case "delete":
      await recordAct(db, COMMAND_LINE, "generation.delete", () => deleteGeneration(db, dataDir, id), { target: id });
      return readGeneration(db, dataDir, id);
  }
}

export const command = defineCommand<Options, Result>({
  name: "generation",
  summary: "List the generations of the index, show, activate or delete one.",
  description:
    `Acts: ${ACTS.join(", ")}. Activating a kept generation goes back to it, or forward again, at once: nothing is built, and a running server takes it up within seconds. ` +
    "One that its gate refused is activated with --force only. The last three are kept; deleting one frees its disk space for good.",
  examples: [
    { line: "npm run generation -- list", about: "All on disk, newest first." },
    { line: "npm run generation -- show 20261124-101530-3f9a", about: "Its settings and what its gate found, query by query." },
    { line: "npm run generation -- activate 20261124-101530-3f9a", about: "Searches change over to it." },
  ],
  configure: (program) =>
    program
      .argument("<act>", `one of ${ACTS.join(", ")}`)
      .argument("[id]", "the generation's id")
      .option("--force", "activate one that its gate refused; this is recorded")
      .option("--pause", "servers let the old generation go before they load this one, where memory is short"),
  run: ({ args: [name, id], options }) => {
    const known = ACTS.find((one) => one === name);
    if (!known) throw new AppError("invalid_parameter", `Give one of these acts: ${ACTS.join(", ")}.`, { field: "act" });
    if (known !== "list" && id === undefined) throw new AppError("invalid_parameter", `Give the id of the generation to ${known}. npm run generation -- list shows those there are.`, { field: "id" });
    return act(known, id ?? "", options);
  },
  present: (result) => ("generations" in result ? presentGenerationList(result.generations) : presentGeneration(result)),
});

runAsMain(command, import.meta.url);
