import type { PruneSummary } from "@/lib/features/reindexing/prune/prune-types";
import type { VerifySummary } from "@/lib/features/reindexing/verify/verify-types";

/** What a look at the files found wrong, counted. */
export function countFaults({ generations, embeddings, database }: VerifySummary): number {
  return embeddings.length + database.length + generations.reduce((sum, { faults }) => sum + faults.length, 0);
}

/** What was removed, counted: vectors go with their captions or models. */
export function countPruned({ generations, leftovers, captions, images, sources, jobs, uploads, models }: PruneSummary): number {
  return generations.length + models.length + leftovers + captions + images + sources + jobs + uploads;
}
