import { type SeedSummary, seedSample } from "@/lib/features/setup/seed-sample";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { stageUnit } from "./cli/stage-unit";
import { presentEvaluation } from "./present/evaluations";
import { presentIngestSummary } from "./present/ingest-summary";
import { presentLayoutSummary } from "./present/layouts";

export const command = defineCommand<object, SeedSummary>({
  name: "seed",
  summary: "Import the bundled sample captions into an empty data folder, lay them out and evaluate them.",
  description: "Imports the sample captions of public/sample as the collection “sample” lays them out and evaluates them, so that there is something to search, a map to see and figures to question. Does nothing where the data folder has captions already.",
  run: ({ signal, report }) => seedSample({ signal, onProgress: (progress) => report({ ...progress, ...stageUnit(progress.stage) }) }),
  present: ({ summary, layout, evaluation, seeded }) => (seeded ? [summary && presentIngestSummary(summary), layout && presentLayoutSummary(layout), evaluation && presentEvaluation(evaluation)].filter((part) => part !== null).join("\n\n") : "There are captions already; the sample was not imported."),
});

runAsMain(command, import.meta.url);
