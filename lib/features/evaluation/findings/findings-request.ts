import { z } from "zod";
import { wholeNumber } from "@/lib/core/whole-number";
import { FINDING_KINDS } from "./finding-types";

const kind = z.enum(FINDING_KINDS, "must be failure, gap, caption or alike");
const languageTag = z.string().min(1, "must not be empty").max(35, "must be a BCP 47 tag such as ja or en");

/** GET /api/v1/evaluations/{id}/findings */
export const findingsRequestSchema = z
  .strictObject({ kind, from: languageTag.optional(), to: languageTag.optional(), offset: wholeNumber(0, 1_000_000).default(0), limit: wholeNumber(1, 200).default(20) })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { path: ["to"], message: "goes with from: give both, or neither" })
  .refine(({ kind: asked, from }) => from === undefined || asked === "failure", { path: ["from"], message: "is for kind=failure" });

/** GET /api/v1/evaluations/{id}/export */
export const findingsExportSchema = z.strictObject({ kind, format: z.enum(["csv", "json", "xlsx"], "must be csv, json or xlsx") });

export type FindingsRequest = z.output<typeof findingsRequestSchema>;
