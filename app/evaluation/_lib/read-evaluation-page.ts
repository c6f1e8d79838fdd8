import { type AppError, toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import { readEvaluation, readEvaluations } from "@/lib/features/evaluation/read-evaluations";
import type { Calibration } from "@/lib/features/relevance/relevance-types";
import type { EvaluationState } from "./evaluation-state";

export interface EvaluationPage {
  /** The newest first. */
  all: EvaluationView[];
  /** Null where nothing was measured yet. */
  shown: EvaluationView | null;
  compared: EvaluationView | null;
  /** The number that the address asks for in vain. */
  missing: number | null;
  /** Of the shown one's index; of the one in use where nothing was measured. */
  calibration: Calibration | null;
}

async function read({ id, with: other }: EvaluationState): Promise<EvaluationPage> {
  const { evaluations: all, calibration: current, generation } = await readEvaluations();
  const find = (wanted: number | null) => all.find((one) => one.id === wanted) ?? null;
  const first = all.find(({ report }) => report.generation !== null) ?? all[0] ?? null;
  const shown = find(id) ?? first;
  const calibration = !shown || shown.report.generation?.id === generation ? current : (await readEvaluation(shown.id)).calibration;
  return { all, shown, compared: other === shown?.id ? null : find(other), missing: id !== null && !find(id) ? id : null, calibration };
}

/** What the page shows, or why it cannot. Never throws. */
export async function readEvaluationPage(state: EvaluationState): Promise<{ page: EvaluationPage; fault: null } | { page: null; fault: AppError }> {
  try {
    return { page: await read(state), fault: null };
  } catch (thrown) {
    logger().error({ err: thrown }, "the evaluations cannot be read");
    return { page: null, fault: toAppError(thrown) };
  }
}
