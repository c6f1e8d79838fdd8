import path from "node:path";
import { readEnv } from "@/lib/core/env";
import type { Database } from "@/lib/database/client";
import { listEvaluations } from "@/lib/database/evaluations";
import { findActiveGeneration } from "@/lib/database/generations";
import { findCurrentLayout } from "@/lib/database/layouts";
import { evaluateHandler } from "@/lib/features/evaluation/evaluate-handler";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import type { IngestProgress, IngestSummary } from "@/lib/features/ingestion/ingest-types";
import type { JobHandler } from "@/lib/features/jobs/job-context";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { layoutHandler } from "@/lib/features/layouts/layout-handler";
import type { LayoutSummary } from "@/lib/features/layouts/layout-types";
import { prepareDatabase } from "./prepare-database";

const COLLECTION = "sample";

interface SeedOptions {
  signal?: AbortSignal;
  onProgress?: (progress: IngestProgress) => void;
}

export interface SeedSummary {
  /** Whether there was anything to do. */
  seeded: boolean;
  /** Null where the captions were there already. */
  summary: IngestSummary | null;
  /** Null where the map was there already. */
  layout: LayoutSummary | null;
  /** Null where something was evaluated already. */
  evaluation: EvaluationView | null;
}

/**
 * Ingests the bundled sample corpus into a data folder without captions, lays it out and measures how well it is found, or goes on where that was stopped.
 * Does nothing where there are captions of anybody's own.
 */
export async function seedSample(options: SeedOptions = {}): Promise<SeedSummary> {
  const { db } = await prepareDatabase();
  const own = await db.caption.findFirst({ where: { source: { collection: { name: { not: COLLECTION } } } } });
  if (own) return { seeded: false, summary: null, layout: null, evaluation: null };
  const files = ["captions_ja.json", "captions_en.json"].map((name) => path.resolve("public/sample", name));
  const summary = (await findActiveGeneration(db)) ? null : await ingestCaptions({ files, collection: COLLECTION, language: null, maxBadShare: 0, imagesDir: null }, options);
  const layout = (await findCurrentLayout(db)) ? null : await runSampleJob(db, layoutHandler, options);
  const evaluation = (await listEvaluations(db, 1)).length > 0 ? null : await runSampleJob(db, evaluateHandler, options);
  return { seeded: summary !== null || layout !== null || evaluation !== null, summary, layout, evaluation };
}

/** Runs a job with what it does by itself. */
async function runSampleJob<P, R>(db: Database, handler: JobHandler<P, R>, { signal = new AbortController().signal, onProgress }: SeedOptions): Promise<R> {
  const { dataDir } = readEnv();
  const id = await openJobHere(db, dataDir, handler.kind, {}, "command line");
  return runJobHere(db, dataDir, id, { handler, signal, onProgress });
}
