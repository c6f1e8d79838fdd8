import type { DeviceChoice, DeviceReport } from "@/lib/core/devices";
import { formatRate } from "@/scripts/cli/progress/progress-text";

function describe({ device, graph, agreement, captionsPerSecond }: DeviceReport): string {
  const facts = [graph, captionsPerSecond === null ? null : `${formatRate(captionsPerSecond)} on the standard sample`, agreement === null || device === "cpu" ? null : `vectors as on the CPU to a cosine of ${agreement.toFixed(3)}`];
  const told = facts.filter((fact) => fact !== null);
  return told.length > 0 ? ` (${told.join(", ")})` : "";
}

/** "Embedding on cpu." and a line for each device that was passed over, with the reason. */
export function presentDeviceChoice({ device, reports }: DeviceChoice): string {
  const taken = reports.find((report) => report.device === device);
  const others = reports.filter(({ outcome }) => outcome === "passed over");
  return [`Embedding on ${device}${taken ? describe(taken) : ""}.`, ...others.map((report) => `  ${report.device} is passed over: ${report.reason}${describe(report)}.`)].join("\n");
}
