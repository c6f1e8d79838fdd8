import type { GateReport, GenerationView, LostQuery } from "@/lib/features/reindexing/reindex-types";
import { formatCount, formatMegabytes } from "@/scripts/cli/progress/progress-text";
import { presentGate } from "./reindex-summary";

const day = (time: string | null) => time?.slice(0, 16).replace("T", " ") ?? "never";

function stateOf({ state, forced }: GenerationView): string {
  return forced ? `${state}, forced` : state;
}

/** One line a generation. */
export function presentGenerationList(generations: GenerationView[]): string {
  if (generations.length === 0) return "There are no generations yet: npm run ingest makes the first.";
  const rows = generations.map((one) => [one.id, stateOf(one), formatCount(one.count), `${one.model.id}, ${one.model.dimensions}`, `${formatMegabytes(one.bytes)} MB`, day(one.activatedAt)]);
  const all = [["id", "state", "captions", "model, dimensions", "disk", "activated"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}

const lost = (queries: LostQuery[]) => queries.map(({ text, image, rankBefore }) => `    ${image.collection} ${image.id}, at ${rankBefore} before: ${text}`);

function lostQueries({ siblings, pinned }: GateReport): string[] {
  return [
    ...(pinned && pinned.lost.length > 0 ? ["  Pinned queries that it does not answer any more:", ...lost(pinned.lost)] : []),
    ...(siblings && siblings.lost.length > 0 ? ["  Captions that do not find another one of their image any more:", ...lost(siblings.lost)] : []),
  ];
}

/** One generation, with what its gate found, query by query. */
export function presentGeneration(view: GenerationView): string {
  const { id, model, count, languages, collections, hnsw, device, selection, removes, bytes, gate, swap, jobId } = view;
  const limits = [selection.languages && `languages ${selection.languages.join(", ")}`, selection.collections && `collections ${selection.collections.join(", ")}`].filter((part) => part !== null);
  const removed = [removes.sourceIds.length > 0 && `sources ${removes.sourceIds.join(", ")}`, removes.captionIds.length > 0 && `${formatCount(removes.captionIds.length)} captions`].filter((part) => part !== false);
  return [
    `Generation ${id}: ${stateOf(view)}, made ${day(view.createdAt)}${jobId === null ? "" : ` by job ${jobId}`}, activated ${day(view.activatedAt)}`,
    `Captions   ${formatCount(count)} (${languages.join(", ")}; ${collections.join(", ")})`,
    `Takes      ${limits.join("; ") || "all captions"}`,
    ...(removed.length > 0 ? [`Removes    ${removed.join(", ")}`] : []),
    `Model      ${model.id}, ${model.dimensions} dimensions, embedded on ${device}`,
    `Graph      M ${hnsw.m}, efConstruction ${hnsw.efConstruction}, ef ${hnsw.ef}`,
    `Disk       ${formatMegabytes(bytes)} MB`,
    ...(swap === "pause" ? ["Swap       servers let the one before go first"] : []),
    ...(gate ? [presentGate(gate), ...lostQueries(gate)] : []),
  ].join("\n");
}
