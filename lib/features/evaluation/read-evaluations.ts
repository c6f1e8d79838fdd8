import { type Evaluation, listEvaluations } from "@/lib/database/evaluations";
import type { EvaluationReport, EvaluationView } from "./evaluation-types";
import { findActiveGeneration } from "@/lib/database/generations";
import { readCalibration } from "@/lib/features/relevance/read-calibration";
import type { Calibration } from "@/lib/features/relevance/relevance-types";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { findEvaluationOrFail } from "./find-evaluation";

/** The newest that are told of. */
const MOST = 200;

export interface EvaluationList {
  /** The one that answers searches; null without one. */
  generation: string | null;
  /** What its scores mean; null where that was not learnt. */
  calibration: Calibration | null;
  /** The newest first, 200 of them. */
  evaluations: EvaluationView[];
}

export interface EvaluationAnswer {
  evaluation: EvaluationView;
  /** Of its generation; null where that is not there any more, and for an encoder measured alone. */
  calibration: Calibration | null;
}

export const viewEvaluation = ({ id, createdAt, jobId, report }: Evaluation): EvaluationView => ({ id, createdAt: createdAt.toISOString(), jobId, report: JSON.parse(report) as EvaluationReport });

/** What was measured, and what scores mean in the index that is used. */
export async function readEvaluations(): Promise<EvaluationList> {
  const db = await searchEngine().openDatabase();
  const [rows, active] = await Promise.all([listEvaluations(db, MOST), findActiveGeneration(db)]);
  return { generation: active?.id ?? null, calibration: active && (await readCalibration(db, active.id)), evaluations: rows.map(viewEvaluation) };
}

/** @throws AppError `not_found` */
export async function readEvaluation(id: number): Promise<EvaluationAnswer> {
  const db = await searchEngine().openDatabase();
  const row = await findEvaluationOrFail(db, id);
  return { evaluation: viewEvaluation(row), calibration: row.generationId === null ? null : await readCalibration(db, row.generationId) };
}
