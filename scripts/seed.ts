import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { seedSample } from "@/lib/features/setup/seed-sample";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { presentIngestSummary } from "./present/ingest-summary";

export const command = defineCommand<object, { seeded: boolean; summary: IngestSummary | null }>({
  name: "seed",
  summary: "Import the bundled sample captions into an empty data folder.",
  description: "Imports the sample captions of public/sample as the collection “sample”, so that there is something to search. Does nothing where the data folder has captions already.",
  run: ({ signal, report }) => seedSample({ signal, onProgress: report }),
  present: ({ summary }) => (summary ? presentIngestSummary(summary) : "There are captions already; the sample was not imported."),
});

runAsMain(command, import.meta.url);
