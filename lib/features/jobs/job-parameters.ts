import type { z } from "zod";
import { describeIssue, valueAt } from "@/lib/core/describe-issue";
import { AppError } from "@/lib/core/errors";
import { evaluationRequestSchema } from "@/lib/features/evaluation/evaluation-request";
import { ingestRequestSchema } from "@/lib/features/ingestion/ingest-request";
import { layoutRequestSchema } from "@/lib/features/layouts/layout-request";
import { pruneParameters } from "@/lib/features/reindexing/prune/prune-types";
import { reindexRequestSchema } from "@/lib/features/reindexing/reindex-request";
import { verifyParameters } from "@/lib/features/reindexing/verify/verify-types";
import type { JobKind } from "./job-types";

/** What each kind of job is made with. */
const schemas: Record<JobKind, z.ZodType> = { ingest: ingestRequestSchema, reindex: reindexRequestSchema, layout: layoutRequestSchema, evaluate: evaluationRequestSchema, verify: verifyParameters, prune: pruneParameters };

/** @throws AppError `invalid_parameter` naming the parameter */
export function checkParameters(kind: JobKind, parameters: unknown): unknown {
  const parsed = schemas[kind].safeParse(parameters);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  if (!issue || field === "") throw new AppError("invalid_parameter", `A job of the kind ${kind} cannot be made with these parameters: ${issue?.message ?? "invalid"}.`, { field: "parameters" });
  throw new AppError("invalid_parameter", `A job of the kind ${kind} cannot be made: ${field} ${describeIssue(issue, valueAt(parameters, issue.path))}.`, { field });
}
