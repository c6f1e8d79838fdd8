import { type Device, type DeviceChoice, DEVICES, type DeviceWish } from "@/lib/core/devices";
import { AppError } from "@/lib/core/errors";
import type { BatchScheme } from "../batch-scheme";
import { listBackends } from "../onnx-session";
import type { StoredModel } from "../stored-model";
import { DeviceTrial, type TrialOptions } from "./device-trial";
import { settleChoice } from "./settle-choice";

/** Milliseconds for a device to give its first vectors: a graphics driver compiles its programs then. */
const AUTO_TIMEOUT = 60_000;
const PATIENT_TIMEOUT = 600_000;

export interface ChosenDevice {
  choice: DeviceChoice;
  /** Path of the graph to compute there. */
  graph: string;
  /** How to begin making batches; undefined where nothing was measured. */
  scheme?: BatchScheme;
}

/** Which of DEVICES this build of onnxruntime-node knows, in that order. */
export function listedDevices(): Device[] {
  const names = new Set(listBackends().map(({ name }) => name));
  return DEVICES.filter((device) => names.has(device));
}

async function chooseFastest(model: StoredModel, trial: DeviceTrial): Promise<ChosenDevice> {
  for (const device of listedDevices()) {
    if (device === "cpu") continue;
    const found = await trial.attempt(device, AUTO_TIMEOUT);
    if (found && (await trial.isFasterThanCpu(device, found))) return { choice: settleChoice("auto", device, trial.reports), graph: found.graph, scheme: found.scheme };
  }
  return { choice: settleChoice("auto", "cpu", trial.reports), graph: model.graphs.cpu };
}

/**
 * Tries and measures every device, also those behind the one that "auto" takes.
 * @throws AppError `model_unavailable`; the signal's reason
 */
export async function tryAllDevices(model: StoredModel, options: TrialOptions = {}): Promise<DeviceChoice> {
  const trial = new DeviceTrial(model, options);
  const listed = listedDevices();
  let taken: Device | null = null;
  for (const device of DEVICES) {
    if (!listed.includes(device)) trial.passOver(device, notListed(listed));
    const found = listed.includes(device) ? await trial.attempt(device, AUTO_TIMEOUT) : null;
    if (found && (await trial.isFasterThanCpu(device, found))) taken ??= device;
  }
  return settleChoice("auto", taken ?? "cpu", trial.reports);
}

const notListed = (listed: Device[]) => `onnxruntime-node for ${process.platform} ${process.arch} has ${listed.join(", ")} only`;

function unavailable(device: Device, reason: string): AppError {
  return new AppError("device_unavailable", `The device ${device} cannot be used: ${reason}. Without it: --device auto or --device cpu.`, { field: "device" });
}

/**
 * What to embed on. "auto" tries the devices that onnxruntime-node lists, and takes the first that gives the CPU's vectors faster than the CPU.
 * @throws AppError `device_unavailable` where a named device cannot be used, with the mend; `model_unavailable`; the signal's reason
 */
export async function chooseDevice(model: StoredModel, wish: DeviceWish, options: TrialOptions = {}): Promise<ChosenDevice> {
  if (wish === "cpu") return { choice: settleChoice(wish, "cpu", []), graph: model.graphs.cpu };
  const trial = new DeviceTrial(model, options);
  if (wish === "auto") return chooseFastest(model, trial);
  const listed = listedDevices();
  if (!listed.includes(wish)) throw unavailable(wish, notListed(listed));
  const found = await trial.attempt(wish, PATIENT_TIMEOUT);
  if (!found) throw unavailable(wish, trial.reports[0]?.reason ?? "it failed");
  return { choice: settleChoice(wish, wish, trial.reports), graph: found.graph, scheme: found.scheme };
}
