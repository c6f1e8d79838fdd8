import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { saveEvaluation } from "@/lib/database/evaluations";
import { findActiveGeneration, findGeneration, type Generation } from "@/lib/database/generations";
import { createBulkEmbedder } from "@/lib/embedding/bulk-embedder";
import type { StoredModel } from "@/lib/embedding/stored-model";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { reportDownload } from "@/lib/features/jobs/report-download";
import { chooseModel } from "@/lib/features/models/choose-model";
import { openGenerationModel } from "@/lib/features/models/open-generation-model";
import { calibrateAndSave } from "@/lib/features/relevance/make-calibration";
import { readCalibration } from "@/lib/features/relevance/read-calibration";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { evaluateGeneration } from "./evaluate-generation";
import { type EvaluationRequest, evaluationRequestSchema } from "./evaluation-request";
import type { EvaluationReport, EvaluationView, GenerationFigures } from "./evaluation-types";
import type { Findings } from "./findings/finding-types";
import { measureSentences, readSentenceFiles, type SentenceFiles } from "./sentences/measure-sentences";

const NOTHING: Findings = { failure: [], gap: [], caption: [], alike: [] };

/** @throws AppError `conflict` where there is none, or it is not on disk any more; `not_found` */
async function needGeneration(db: Database, id: string | undefined): Promise<Generation> {
  const row = id === undefined ? await findActiveGeneration(db) : await findGeneration(db, id);
  if (!row && id === undefined) throw new AppError("conflict", "There is no index yet, and nothing to evaluate. Import captions first: npm run ingest -- FILE");
  if (!row) throw new AppError("not_found", `There is no index generation ${id}. npm run generation -- list shows those there are.`, { field: "generation" });
  if (row.state === "retired") throw new AppError("conflict", `The index generation ${row.id} is not on disk any more. npm run generation -- list shows those that are.`, { field: "generation" });
  return row;
}

/** The generation's figures, and what its cosines mean where that was not learnt when it was built. */
async function measureGeneration(context: JobContext, { id }: Generation, { queries, seed }: EvaluationRequest): Promise<{ figures: GenerationFigures; findings: Findings }> {
  const { db, dataDir, meter, signal } = context;
  meter.begin("load", null);
  const generation = await new GenerationStore(dataDir).load(id);
  try {
    if (!(await readCalibration(db, id))) await calibrateAndSave(context, generation);
    return await evaluateGeneration(generation, { queries, seed, meter, signal });
  } finally {
    await generation.release();
  }
}

async function measureFiles({ meter, signal, log }: JobContext, model: StoredModel, files: SentenceFiles, { dimensions, seed }: { dimensions: number; seed: number }): Promise<Pick<EvaluationReport, "similarity" | "parallel">> {
  if (files.texts.length === 0) return { similarity: [], parallel: [] };
  const embedder = createBulkEmbedder({ model, onNotice: (message) => log(message, "warn") });
  try {
    meter.begin("sentences", files.texts.length);
    const figures = await measureSentences(files, { embedder, dimensions, seed, signal, onEmbedded: (done) => meter.advanceTo(done) });
    meter.end();
    return figures;
  } finally {
    await embedder.close();
  }
}

/** The encoder that is asked for, with the length of its vectors. */
async function openOther({ db, dataDir, meter, signal }: JobContext, { encoder = {} }: EvaluationRequest): Promise<{ model: StoredModel; dimensions: number }> {
  const { stored } = await chooseModel(db, { device: "cpu", ...encoder }, { dataDir, signal, onDownload: reportDownload(meter) });
  return { model: stored, dimensions: encoder.dimensions ?? stored.identity.dimensions };
}

async function openOwn({ db, dataDir }: JobContext, { id, modelSha256, modelName, dimensions }: Generation): Promise<{ model: StoredModel; dimensions: number }> {
  return { model: await openGenerationModel(db, { id, modelSha256, modelName }, { dataDir, modelsDir: readEnv().modelsDir }), dimensions };
}

async function evaluate(request: EvaluationRequest, context: JobContext): Promise<EvaluationView> {
  const started = performance.now();
  const { db, jobId, signal } = context;
  const files = await readSentenceFiles(request);
  if (request.encoder && files.texts.length === 0) throw new AppError("invalid_parameter", "Another encoder is measured on sentence files: give some with sts or parallel.", { field: "encoder" });
  const row = request.encoder ? null : await needGeneration(db, request.generation);
  const { model, dimensions } = row ? await openOwn(context, row) : await openOther(context, request);
  const measured = row && (await measureGeneration(context, row, request));
  const { name, sha256 } = model.identity;
  const report: EvaluationReport = {
    formatVersion: 1,
    seed: request.seed,
    model: { name, sha256, dimensions },
    generation: measured?.figures ?? null,
    ...(await measureFiles(context, model, files, { dimensions, seed: request.seed })),
    seconds: (performance.now() - started) / 1000,
  };
  signal.throwIfAborted();
  const findings = Object.fromEntries(Object.entries(measured?.findings ?? NOTHING).map(([kind, details]) => [kind, details.map((detail) => JSON.stringify(detail))]));
  const { id, createdAt } = await saveEvaluation(db, jobId, { generationId: row?.id ?? null, model: report.model, report: JSON.stringify(report), findings });
  return { id, createdAt: createdAt.toISOString(), jobId, report };
}

/** Measures how well a generation or an encoder finds, and keeps the figures. Killed, the next run begins anew. */
export const evaluateHandler: JobHandler<EvaluationRequest, EvaluationView> = { kind: "evaluate", parameters: evaluationRequestSchema, lock: "evaluation", run: evaluate };
