import type { PruneSummary } from "@/lib/features/reindexing/prune/prune-types";
import { formatCount } from "@/scripts/cli/progress/progress-text";

/** What a prune took away, for people. */
export function presentPruneSummary(summary: PruneSummary): string {
  const { captions, images, sources, jobs, uploads, leftovers, badVectors, vectors } = summary;
  const counts = Object.entries({ captions, images, sources, jobs, uploads, "half-written folders": leftovers, "damaged vectors": badVectors, "vectors of unused models": vectors }).filter(([, count]) => count > 0);
  const lines = [
    ...counts.map(([name, count]) => `Deleted    ${formatCount(count)} ${name}`),
    ...(summary.generations.length > 0 ? [`Deleted    generations ${summary.generations.join(", ")}`] : []),
    ...(summary.models.length > 0 ? [`Deleted    models ${summary.models.join(", ")}`] : []),
  ];
  return [...(lines.length > 0 ? lines : ["There was nothing to take away."]), ...summary.notices].join("\n");
}
