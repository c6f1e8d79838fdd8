import { z } from "zod";
import { JOB_KINDS, JOB_STATES } from "@/lib/features/jobs/job-types";

const oneOf = <T extends string>(words: readonly T[]) => `must be one of ${words.join(", ")}, or several joined by commas`;

/** "running,queued" as a list, each of them one of the words. */
const listOf = <T extends string>(words: readonly T[]) =>
  z.string().transform((text) => text.split(",")).pipe(z.array(z.enum(words as readonly [T, ...T[]], oneOf(words)))).optional();

const wholeNumber = (rule: string) => z.string().regex(/^\d{1,15}$/, `must be ${rule}`).transform(Number);

/** The query of GET /api/v1/admin/jobs. */
export const jobListingSchema = z.strictObject({
  state: listOf(JOB_STATES),
  kind: listOf(JOB_KINDS),
  before: wholeNumber("the number of a job").optional(),
  limit: wholeNumber("a whole number from 1 to 200").pipe(z.number().min(1, "must be at least 1").max(200, "must be at most 200")).default(50),
});

/** The query of GET /api/v1/admin/jobs/{id}/log. */
export const jobLogSchema = z.strictObject({ after: wholeNumber("the id of a line").default(0) });

/** Kinds of jobs that a request may make. An ingest reads files and folders of the machine, an evaluation may: those are named there, or uploaded. */
const FREE_KINDS = ["reindex", "layout", "evaluate", "verify", "prune"] as const;

/** The body of POST /api/v1/admin/jobs; the parameters are checked by their kind. */
export const newJobSchema = z.strictObject({
  kind: z.enum(FREE_KINDS, `must be one of ${FREE_KINDS.join(", ")}; an ingest is made of an upload, or on the machine: npm run ingest -- FILE`),
  parameters: z.record(z.string(), z.unknown()).default({}),
}).superRefine(({ kind, parameters }, context) => {
  const named = kind === "evaluate" && ["sts", "parallel", "encoder"].find((name) => parameters[name] !== undefined);
  if (named) context.addIssue({ code: "custom", path: [`parameters.${named}`], message: "is named on the machine: npm run evaluate" });
});
