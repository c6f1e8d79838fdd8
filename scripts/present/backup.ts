import type { BackupSummary } from "@/lib/features/operations/back-up";
import type { RestoreSummary } from "@/lib/features/operations/restore-backup";
import { formatCount, formatMegabytes } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

const contents = ({ generations, active, models, leftOut }: Pick<BackupSummary, "generations" | "active" | "models" | "leftOut">) => [
  `Index      ${generations.length === 0 ? "none" : `${formatCount(generations.length)} generation${generations.length === 1 ? "" : "s"}, active ${active}`}`,
  ...(models.length > 0 ? [`Models     ${models.join(", ")}`] : []),
  ...leftOut.map((sentence) => `Left out   ${sentence}`),
];

/** What was backed up, for people. */
export function presentBackup(summary: BackupSummary): string {
  const { file, bytes, members, seconds } = summary;
  return [`Wrote      ${file} (${formatMegabytes(bytes)} MB, ${formatCount(members)} files)`, ...contents(summary), `Took       ${formatDuration(seconds)}`].join("\n");
}

/** What was restored, for people. */
export function presentRestore(summary: RestoreSummary): string {
  const { dataDir, movedTo, createdAt, kotomap, captions, seconds } = summary;
  return [
    `Restored   ${dataDir}, as of ${createdAt} (Kotomap ${kotomap})`,
    `Captions   ${formatCount(captions)}`,
    ...contents(summary),
    ...(movedTo ? [`Before     what was there is in ${movedTo}; delete it when it is not needed any more`] : []),
    `Took       ${formatDuration(seconds)}`,
  ].join("\n");
}
