import type { DeviceChoice } from "@/lib/core/devices";

/** "Embedding on cpu. cuda is passed over: …", for a job's log. */
export function describeDeviceChoice({ device, reports }: DeviceChoice): string {
  const others = reports.flatMap(({ outcome, device: other, reason }) => (outcome === "passed over" ? [`${other} is passed over: ${reason}.`] : []));
  return [`Embedding on ${device}.`, ...others].join(" ");
}
