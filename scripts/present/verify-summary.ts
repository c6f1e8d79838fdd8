import type { VerifySummary } from "@/lib/features/reindexing/verify/verify-types";
import { formatCount } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

/** What a check found, for people: each fault with what to do. */
export function presentVerifySummary({ ok, generations, embeddings, database, seconds }: VerifySummary): string {
  const faults = generations.flatMap(({ id, state, faults }) => faults.map(({ fault, mend }) => `${id} (${state}): ${fault}\n  ${mend}`));
  return [
    ok ? "All is as it was written." : "Not all is as it was written.",
    ...faults,
    ...embeddings.map(({ model, count, mend }) => `${formatCount(count)} vectors of ${model} are not of its length.\n  ${mend}`),
    ...database.map(({ fault, mend }) => `Database: ${fault}\n  ${mend}`),
    `Looked at  ${generations.map(({ id, state }) => `${id} (${state})`).join(", ") || "no generation"}, and the database, in ${formatDuration(seconds)}`,
  ].join("\n");
}
