import type { Database } from "@/lib/database/client";
import type { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import type { Manifest } from "@/lib/vector-index/generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { HnswParameters } from "@/lib/vector-index/vector-index";
import type { GateReport } from "../reindex-types";
import { answerQuestions, type Answers } from "./answer-questions";
import { everyNth } from "./choose-sample";
import { compareFinds } from "./compare-finds";
import { FIRST } from "./find-ranks";
import { findGateFailures } from "./gate-failures";
import { measureGraphRecall } from "./measure-graph-recall";
import { nameLosses } from "./name-losses";
import { findGoodGeneration } from "../find-good-generation";
import { isDamage, unlessDamaged } from "../unless-damaged";
import { type Baseline, openBaseline } from "./open-baseline";
import { LEAST_QUERIES, prepareQuestions, type Questions } from "./prepare-questions";

/** Exact search compares every row: some 9 s a hundred million on one core, so that large indexes are asked less. */
const RECALL_QUERIES = { least: 50, most: 100, rowsCompared: 8e6 };

export interface JudgeOptions {
  dataDir: string;
  modelsDir: string;
  /** Captions that belong into the generation. */
  expected: number;
  recallTarget: number;
  margin: number;
  meter: ProgressMeter;
  signal: AbortSignal;
}

type Measured = Pick<GateReport, "comparedWith" | "fileFault" | "counts" | "recall" | "siblings" | "pinned" | "pinnedLeftOut">;

interface Examination {
  manifest: Manifest;
  recall: GateReport["recall"];
  questions: Questions;
  answers: Answers;
}

/** Rows whose vectors are the queries of the measured recall; none where a single one would decide. */
function chooseRows(count: number): number[] {
  const { least, most, rowsCompared } = RECALL_QUERIES;
  if (count < LEAST_QUERIES) return [];
  return everyNth(Array.from({ length: count }, (_, row) => row), Math.max(least, Math.min(most, Math.floor(rowsCompared / count))));
}

/** What the judged generation is by itself: what its graph finds, and what it answers. */
async function examine(db: Database, store: GenerationStore, id: string, baseline: Baseline | null, { recallTarget, meter, ...options }: JudgeOptions): Promise<Examination> {
  const generation = await store.load(id);
  try {
    const { manifest } = generation;
    const rows = chooseRows(manifest.count);
    const questions = await prepareQuestions(db, generation, baseline);
    meter.begin("gate", rows.length + (baseline ? 2 : 1) * questions.count);
    const onDone = () => meter.advanceTo(meter.current.done + 1);
    const recall = rows.length === 0 ? null : { value: await measureGraphRecall(generation, { rows, k: FIRST, signal: options.signal, onDone }), target: recallTarget, queries: rows.length };
    return { manifest, recall, questions, answers: await answerQuestions(db, generation, questions, questions.shared.after, { ...options, onDone }) };
  } finally {
    await generation.release();
  }
}

/** What the generation in use answers; null where it was damaged meanwhile, and there is nothing to compare with. */
async function askBaseline(db: Database, store: GenerationStore, { id }: Baseline, questions: Questions, { meter, ...options }: JudgeOptions): Promise<Answers | null> {
  const generation = await unlessDamaged(store.load(id));
  if (!generation) return null;
  try {
    return await answerQuestions(db, generation, questions, questions.shared.before, { ...options, onDone: () => meter.advanceTo(meter.current.done + 1) });
  } finally {
    await generation.release();
  }
}

async function compare(db: Database, { siblings, pinned, sought }: Questions, before: Answers | null, after: Answers): Promise<Pick<GateReport, "siblings" | "pinned">> {
  return {
    siblings: siblings.length > 0 && after.siblings ? await nameLosses(db, compareFinds(before?.siblings ?? null, after.siblings), sought.siblings) : null,
    pinned: pinned.length > 0 && after.pinned ? await nameLosses(db, compareFinds(before?.pinned ?? null, after.pinned), sought.pinned) : null,
  };
}

/**
 * Measures how a generation searches, beside the one that searches use: files and counts, recall of its graph, siblings and pinned queries, over the captions that both have.
 * One is in memory at a time.
 * @throws the signal's reason
 */
export async function judgeGeneration(db: Database, id: string, options: JudgeOptions): Promise<GateReport> {
  const started = performance.now();
  const { dataDir, expected, margin, meter, signal } = options;
  const store = new GenerationStore(dataDir);
  const report = (hnsw: HnswParameters | null, measured: Measured): GateReport => {
    const failures = findGateFailures({ ...measured, margin }, hnsw);
    return { passed: failures.length === 0, failures, checkedAt: new Date().toISOString(), seconds: (performance.now() - started) / 1000, ...measured, margin };
  };
  meter.begin("gate", null);
  const baseline = await openBaseline(store, await findGoodGeneration(db, store));
  const examination = await examine(db, store, id, baseline, options).catch(faultOf);
  if (typeof examination === "string") return report(null, { comparedWith: null, fileFault: examination, counts: { expected, found: 0 }, recall: null, siblings: null, pinned: null });
  const { manifest, recall, questions, answers } = examination;
  signal.throwIfAborted();
  const before = baseline && questions.count > 0 ? await askBaseline(db, store, baseline, questions, options) : null;
  meter.end();
  return report(manifest.hnsw, { comparedWith: before && baseline ? baseline.id : null, fileFault: null, counts: { expected, found: manifest.count }, recall, ...(await compare(db, questions, before, answers)), pinnedLeftOut: questions.leftOut });
}

/** What is wrong with the judged generation's files. @throws any other error */
function faultOf(error: unknown): string {
  if (isDamage(error)) return error.message;
  throw error;
}
