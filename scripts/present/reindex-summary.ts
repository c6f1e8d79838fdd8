import type { FindComparison, GateReport, ReindexSummary } from "@/lib/features/reindexing/reindex-types";
import { formatCount, formatRate } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

const share = (value: number) => value.toFixed(3);

function comparison(name: string, what: string, { queries, before, after, gained, lost }: FindComparison): string {
  const change = before === null ? "" : `, ${share(before)} before; ${formatCount(lost.length)} lost${lost.length === 50 ? " or more" : ""}, ${formatCount(gained)} gained`;
  return `  ${name.padEnd(9)} ${share(after)} of ${formatCount(queries)} ${what}${change}`;
}

/** What the gate measured, a line each. */
export function presentGate({ passed, failures, recall, siblings, pinned, pinnedLeftOut = 0, seconds, comparedWith }: GateReport): string {
  return [
    `Gate       ${passed ? "passed" : "failed"} in ${formatDuration(seconds)}, ${comparedWith ? `compared with ${comparedWith}` : "with nothing to compare with"}`,
    ...(recall ? [`  recall    ${share(recall.value)} of the 10 nearest captions, ${share(recall.target)} is the least`] : []),
    ...(siblings ? [comparison("siblings", "captions find another one of their image", siblings)] : []),
    ...(pinned ? [comparison("pinned", "images of pinned queries are found", pinned)] : []),
    ...(pinnedLeftOut > 0 ? [`  pinned    ${formatCount(pinnedLeftOut)} not asked: none of their images is in both generations`] : []),
    ...failures.map((failure) => `  ${failure}`),
  ].join("\n");
}

/** What a re-index did, for people. */
export function presentReindexSummary({ embedded, embeddedPerSecond, device, model, generation, newGeneration, captionsInIndex, gate, notices, seconds }: ReindexSummary): string {
  const rate = embeddedPerSecond === null ? "" : `, ${formatRate(embeddedPerSecond)} on ${device}`;
  return [
    ...notices,
    `Embedded   ${formatCount(embedded)} captions${rate} (${model.id}, ${model.dimensions} dimensions)`,
    generation === null ? "Index      none: there are no captions" : `Index      generation ${generation}${newGeneration ? ", new" : ", as before"}, ${formatCount(captionsInIndex)} captions`,
    ...(gate ? [presentGate(gate)] : []),
    `Took       ${formatDuration(seconds)}`,
  ].join("\n");
}
