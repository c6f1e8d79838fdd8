import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { type Evaluation, findEvaluation } from "@/lib/database/evaluations";

/** @throws AppError `not_found` */
export async function findEvaluationOrFail(db: Database, id: number): Promise<Evaluation> {
  const row = await findEvaluation(db, id);
  if (!row) throw new AppError("not_found", `There is no evaluation ${id}. GET /api/v1/evaluations lists them.`);
  return row;
}
