import { AppError } from "@/lib/core/errors";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { recordAct } from "@/lib/features/admin-access/record-act";
import type { JobView } from "@/lib/features/jobs/job-types";
import { listSources } from "@/lib/features/reindexing/list-sources";
import type { ReindexSummary, SourceView } from "@/lib/features/reindexing/reindex-types";
import { restoreSource } from "@/lib/features/reindexing/restore-source";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { defineCommand, type CommandContext } from "./cli/command";
import { runJobCommand } from "./cli/job-command";
import { parseCount } from "./cli/parse-count";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentQueuedJob } from "./present/job";
import { presentReindexSummary } from "./present/reindex-summary";
import { presentSources } from "./present/sources";

type Result = { sources: SourceView[] } | SourceView | ReindexSummary | JobView;

const ACTS = ["list", "remove", "restore"] as const;

async function remove(context: CommandContext<WaitOptions>, id: number): Promise<Result> {
  const { db } = await prepareDatabase();
  const source = (await listSources(db)).find((one) => one.id === id);
  if (!source) throw new AppError("not_found", `There is no source ${id}. npm run source -- list shows those there are.`, { field: "id" });
  if (source.removedAt !== null) throw new AppError("conflict", `The source ${id} (${source.name}) is removed already.`, { field: "id" });
  const job = await recordAct(db, COMMAND_LINE, "source.remove", () => runJobCommand(context, "reindex", { remove: { sourceIds: [id], captionIds: [] } }), { target: `source ${id}` });
  return job.state === "done" ? (job.result as ReindexSummary) : job;
}

async function act(context: CommandContext<WaitOptions>, name: (typeof ACTS)[number], id: number): Promise<Result> {
  const { db } = await prepareDatabase();
  switch (name) {
    case "list":
      return { sources: await listSources(db) };
    case "remove":
      return remove(context, id);
    case "restore":
      return recordAct(db, COMMAND_LINE, "source.restore", () => restoreSource(db, id), { target: `source ${id}` });
  }
}

export const command = defineCommand<WaitOptions, Result>({
  name: "source",
  summary: "List the imported caption files, remove or restore one.",
  description:
    `Acts: ${ACTS.join(", ")}. Removing a source builds a generation of the index without its captions and activates it, if it passes its gate; generations before it still have them, so going back finds everything. ` +
    "Its rows go for good with npm run prune, once no kept generation has them. Restoring one, or importing its file again, brings its captions back at the next re-index or ingest.",
  examples: [
    { line: "npm run source -- list", about: "Ids, counts, licences." },
    { line: "npm run source -- remove 3", about: "Takes the captions of source 3 out." },
    { line: "npm run source -- restore 3 && npm run reindex", about: "Brings them back." },
  ],
  configure: (program) => addWaitOptions(program).argument("<act>", `one of ${ACTS.join(", ")}`).argument("[id]", "the number of the source"),
  run: (context) => {
    const [name, id] = context.args;
    const known = ACTS.find((one) => one === name);
    if (!known) throw new AppError("invalid_parameter", `Give one of these acts: ${ACTS.join(", ")}.`, { field: "act" });
    if (known === "list") return act(context, known, 0);
    if (id === undefined) throw new AppError("invalid_parameter", `Give the number of the source to ${known}. npm run source -- list shows those there are.`, { field: "id" });
    return act(context, known, parseCount(id));
  },
  present: (result) => {
    if ("sources" in result) return presentSources(result.sources);
    if ("collection" in result) return `${presentSources([result])}\nThe next re-index or ingest takes it into the index: npm run reindex`;
    return "captionsInIndex" in result ? presentReindexSummary(result) : presentQueuedJob(result);
  },
});

runAsMain(command, import.meta.url);
