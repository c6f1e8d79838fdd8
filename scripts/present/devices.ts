import type { DeviceReport } from "@/lib/core/devices";
import type { DeviceMeasurements } from "@/lib/features/models/measure-devices";
import { formatRate } from "@/scripts/cli/progress/progress-text";

function cells({ device, outcome, captionsPerSecond, agreement, graph }: DeviceReport): string[] {
  return [device, outcome, captionsPerSecond === null ? "–" : formatRate(captionsPerSecond), agreement === null || device === "cpu" ? "–" : agreement.toFixed(4), graph ?? "–"];
}

/** A row a device, then the reasons why some are passed over. */
export function presentDevices({ model, device, reports }: DeviceMeasurements): string {
  const rows = [["device", "outcome", "captions", "cosine to CPU", "graph"], ...reports.map(cells)];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  const reasons = reports.flatMap((report) => (report.reason === null ? [] : [`${report.device}: ${report.reason}.`]));
  return [`Model ${model}`, "", ...table, "", ...reasons, `--device auto takes ${device}.`].join("\n");
}
