import type { AppError } from "@/lib/core/errors";
import type { JobFailure } from "./job-types";

/** Causes told of a failure: what is further down is of the same kind. */
const MOST = 10;

/** A failure as a job's row keeps it. */
export function describeFailure(error: AppError): JobFailure {
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < MOST; cause = cause.cause) {
    if (cause.message !== error.message) causes.push(cause.message);
  }
  return { code: error.code, message: error.message, causes };
}
