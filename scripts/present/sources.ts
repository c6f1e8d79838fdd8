import type { SourceView } from "@/lib/features/reindexing/reindex-types";
import { formatCount } from "@/scripts/cli/progress/progress-text";

const languages = (source: SourceView) => Object.entries(source.languages).map(([tag, count]) => `${tag} ${formatCount(count)}`).join(", ");

function cells(source: SourceView): string[] {
  const counts = source.removedAt === null ? `${formatCount(source.captions)} of ${formatCount(source.images)} images` : `removed ${source.removedAt.slice(0, 10)}`;
  return [String(source.id), source.collection, source.name, counts, languages(source), source.licence ?? "–", source.importedAt.slice(0, 10)];
}

/** One line a source. */
export function presentSources(sources: SourceView[]): string {
  if (sources.length === 0) return "There are no sources yet: npm run ingest imports caption files.";
  const all = [["id", "collection", "file", "captions", "languages", "licence", "imported"], ...sources.map(cells)];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
