import type { Device, DeviceChoice, DeviceReport, DeviceWish } from "@/lib/core/devices";
import { report } from "./device-trial";

/** The choice of `device`: its report says so, and is added where there is none. */
export function settleChoice(wish: DeviceWish, device: Device, reports: readonly DeviceReport[]): DeviceChoice {
  const all = reports.some((other) => other.device === device) ? reports : [...reports, report(device, "taken")];
  return { wish, device, reports: all.map((other) => (other.device === device ? { ...other, outcome: "taken" } : other)) };
}

/** The choice once its device has failed while it embedded, and `device` took over. */
export function moveChoice({ wish, device: failed, reports }: DeviceChoice, device: Device, reason: string): DeviceChoice {
  const known = reports.find((other) => other.device === failed);
  const passedOver = report(failed, "passed over", { ...known, outcome: "passed over", reason });
  return settleChoice(wish, device, [...reports.filter((other) => other !== known), passedOver]);
}
