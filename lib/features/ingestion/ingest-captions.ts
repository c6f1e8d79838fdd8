import { readEnv } from "@/lib/core/env";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { checkRequest } from "./check-request";
import { createIngestHandler, type IngestHooks } from "./ingest-handler";
import type { IngestProgress, IngestRequest, IngestSummary } from "./ingest-types";

interface IngestOptions extends IngestHooks {
  signal?: AbortSignal;
  onProgress?: (progress: IngestProgress) => void;
  /** Told, for people, of what fails while embedding and what follows from it. */
  onNotice?: (message: string) => void;
  dataDir?: string;
}

/**
 * Reads caption files, stores what is new in them, embeds it and brings the index up to date: a job, run in this process.
 * Files are checked as a whole first: a bad one leaves the database as it was. Killed at any moment, the next run goes on.
 * Waits while other jobs change captions or the index.
 * @throws AppError `bad_input` naming file, record and mend; `cancelled`; `disk_full`
 */
export async function ingestCaptions(request: IngestRequest, options: IngestOptions = {}): Promise<IngestSummary> {
  const { dataDir = readEnv().dataDir, signal = new AbortController().signal, onProgress, onNotice, ...hooks } = options;
  const checked = await checkRequest(request);
  const { db } = await prepareDatabase(dataDir);
  const id = await openJobHere(db, dataDir, "ingest", checked, "command line");
  return runJobHere(db, dataDir, id, { handler: createIngestHandler(hooks), signal, onProgress, onLog: (message, level) => void (level === "warn" && onNotice?.(message)) });
}
