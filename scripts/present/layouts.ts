import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { LayoutSummary } from "@/lib/features/layouts/layout-types";
import { formatCount } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

const share = (value: number) => value.toFixed(3);

const languageOf = ({ language }: LayoutView) => language ?? "all languages";

function qualityLines({ quality, unit, count }: LayoutView): string[] {
  const { neighboursKept, neighboursFound, neighboursTrue, trustworthiness, sameGroup, divergence } = quality;
  return [
    // A single one has no neighbours that could be kept.
    ...(count < 2 ? [] : [`Neighbours ${share(neighboursKept)} of the 10 nearest are among the 10 nearest on the map, ${share(neighboursFound)} among the 30 nearest; ${share(neighboursTrue)} the other way round`]),
    ...(sameGroup === null ? [] : [`Images     ${share(sameGroup)} of the 4 nearest ${unit} on the map are of the same image, of as many as can be`]),
    ...(trustworthiness === null ? [] : [`Trust      ${share(trustworthiness)} trustworthiness, on a sample`]),
    ...(divergence === null ? [] : [`KL         ${divergence.toFixed(3)} nats of divergence`]),
  ];
}

/** What a layout came to, for people. */
export function presentLayoutSummary({ layout, newLayout, replaced, seconds }: LayoutSummary): string {
  const { id, method, unit, count, placed, generation, parameters } = layout;
  const settings = Object.entries(parameters).map(([name, value]) => `${name} ${typeof value === "number" ? Number(value.toFixed(2)) : value}`).join(", ");
  return [
    `Layout     ${id}${newLayout ? ", new" : ", as before: it shows just these captions"}`,
    `Points     ${formatCount(count)} ${unit} of generation ${generation}, ${languageOf(layout)}${placed > 0 ? `; ${formatCount(placed)} placed on an earlier layout` : ""}`,
    `Method     ${method}${settings && ` (${settings})`}`,
    ...qualityLines(layout),
    ...(replaced.length > 0 ? [`Replaced   ${replaced.join(", ")}`] : []),
    `Took       ${formatDuration(seconds)}`,
  ].join("\n");
}

/** One line a layout. */
export function presentLayoutList(layouts: LayoutView[]): string {
  if (layouts.length === 0) return "There are no layouts yet: npm run layout makes one.";
  const rows = layouts.map((one) => [one.id, one.generation, one.method, one.unit, languageOf(one), formatCount(one.count), share(one.quality.neighboursKept), one.quality.sameGroup === null ? "" : share(one.quality.sameGroup), formatDuration(one.seconds)]);
  const all = [["id", "generation", "method", "unit", "language", "points", "kept", "same image", "took"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
