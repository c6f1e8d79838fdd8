import path from "node:path";
import { type Device, type DeviceChoice, type DeviceReport, DEVICES, type DeviceWish } from "@/lib/core/devices";
import { AppError } from "@/lib/core/errors";
import type { BatchScheme } from "../batch-scheme";
import { listBackends } from "../onnx-session";
import type { StoredModel } from "../stored-model";
import { compareVectors } from "./compare-vectors";
import { explainFailure } from "./explain-failure";
import type { ProbeResult } from "./probe";
import { probeDevice } from "./probe-device";

/** Vectors of one model must be alike on all devices, or a query would not find what another device embedded. */
export const LEAST_AGREEMENT = 0.99;
/** Milliseconds for a device to give its first vectors: a graphics driver compiles its programs then. */
const AUTO_TIMEOUT = 60_000;
const PATIENT_TIMEOUT = 600_000;

export interface ChooseOptions {
  workers?: number;
  signal?: AbortSignal;
  /** Told of each device before it is tried. */
  onTry?: (device: Device) => void;
}

export interface ChosenDevice {
  choice: DeviceChoice;
  /** Path of the graph to compute there. */
  graph: string;
  /** How to begin making batches; undefined where nothing was measured. */
  scheme?: BatchScheme;
}

const report = (device: Device, outcome: DeviceReport["outcome"], about: Partial<DeviceReport> = {}): DeviceReport => ({ device, outcome, reason: null, graph: null, agreement: null, captionsPerSecond: null, ...about });

/** Which of DEVICES this build of onnxruntime-node knows, in that order. */
export function listedDevices(): Device[] {
  const names = new Set(listBackends().map(({ name }) => name));
  return DEVICES.filter((device) => names.has(device));
}

/** Tries devices for one model; the CPU, which all are compared with, is tried once. */
export class DeviceTrial {
  readonly reports: DeviceReport[] = [];
  private cpu: Promise<ProbeResult> | null = null;

  constructor(
    private readonly model: StoredModel,
    private readonly options: ChooseOptions,
  ) {}

  /** @returns what the device did, null where it is not to be used; `reports` says why */
  async attempt(device: Device, timeout: number): Promise<ProbeResult | null> {
    const { model } = this;
    this.options.onTry?.(device);
    if (device === "cpu") return this.attemptCpu();
    const graphs = [model.graphs.gpu, model.graphs.portable].filter((graph): graph is string => graph !== null);
    const answer = await probeDevice({ model, device, graphs, workers: this.options.workers }, { timeout, signal: this.options.signal });
    if ("faults" in answer) return this.passOver(device, explainFailure(device, answer.faults));
    const agreement = compareVectors(answer.vectors, (await this.probeCpu()).vectors, model.identity.dimensions);
    const measured = { graph: path.basename(answer.graph), agreement, captionsPerSecond: answer.captionsPerSecond };
    if (agreement < LEAST_AGREEMENT) return this.passOver(device, `its vectors are not those of the CPU (cosine ${agreement.toFixed(3)})`, measured);
    this.reports.push(report(device, "usable", measured));
    return answer;
  }

  /** @throws AppError `model_unavailable` where not even the CPU computes */
  async probeCpu(): Promise<ProbeResult> {
    return (this.cpu ??= this.computeOnCpu());
  }

  /** Writes down that a device was passed over, in place of what was written before. */
  passOver(device: Device, reason: string, about: Partial<DeviceReport> = {}): null {
    const before = this.reports.findIndex((other) => other.device === device);
    const given = report(device, "passed over", { ...this.reports[before], ...about, outcome: "passed over", reason });
    this.reports.splice(before < 0 ? this.reports.length : before, before < 0 ? 0 : 1, given);
    return null;
  }

  private async computeOnCpu(): Promise<ProbeResult> {
    const { model, options } = this;
    const answer = await probeDevice({ model, device: "cpu", graphs: [model.graphs.cpu], workers: options.workers }, { timeout: PATIENT_TIMEOUT, signal: options.signal });
    if ("faults" in answer) throw new AppError("model_unavailable", `The encoder ${model.identity.name} cannot compute on the CPU: ${answer.faults.join("; ")}`);
    return answer;
  }

  private async attemptCpu(): Promise<ProbeResult> {
    const answer = await this.probeCpu();
    this.reports.push(report("cpu", "usable", { graph: path.basename(answer.graph), agreement: 1, captionsPerSecond: answer.captionsPerSecond }));
    return answer;
  }
}

const settle = (wish: DeviceWish, device: Device, reports: DeviceReport[]): DeviceChoice => ({
  wish,
  device,
  reports: (reports.some((other) => other.device === device) ? reports : [...reports, report(device, "taken")]).map((other) => (other.device === device ? { ...other, outcome: "taken" } : other)),
});

async function chooseFastest(model: StoredModel, trial: DeviceTrial): Promise<ChosenDevice> {
  for (const device of listedDevices()) {
    if (device === "cpu") continue;
    const found = await trial.attempt(device, AUTO_TIMEOUT);
    if (!found) continue;
    const cpu = await trial.probeCpu();
    if (found.captionsPerSecond > cpu.captionsPerSecond) return { choice: settle("auto", device, trial.reports), graph: found.graph, scheme: found.scheme };
    trial.passOver(device, `it is slower than the CPU: ${rate(found)} captions a second, the CPU ${rate(cpu)}`);
  }
  return { choice: settle("auto", "cpu", trial.reports), graph: model.graphs.cpu };
}

const rate = ({ captionsPerSecond }: ProbeResult) => captionsPerSecond.toFixed(captionsPerSecond < 10 ? 1 : 0);

function unavailable(device: Device, reason: string): AppError {
  return new AppError("device_unavailable", `The device ${device} cannot be used: ${reason}. Without it: --device auto or --device cpu.`, { field: "device" });
}

/**
 * What to embed on. "auto" tries the devices that onnxruntime-node lists, and takes the first that gives the CPU's vectors faster than the CPU.
 * @throws AppError `device_unavailable` where a named device cannot be used, with the mend; `model_unavailable`; the signal's reason
 */
export async function chooseDevice(model: StoredModel, wish: DeviceWish, options: ChooseOptions = {}): Promise<ChosenDevice> {
  if (wish === "cpu") return { choice: settle(wish, "cpu", []), graph: model.graphs.cpu };
  const trial = new DeviceTrial(model, options);
  if (wish === "auto") return chooseFastest(model, trial);
  const listed = listedDevices();
  if (!listed.includes(wish)) throw unavailable(wish, `onnxruntime-node for ${process.platform} ${process.arch} has ${listed.join(", ")} only`);
  const found = await trial.attempt(wish, PATIENT_TIMEOUT);
  if (!found) throw unavailable(wish, trial.reports[0]?.reason ?? "it failed");
  return { choice: settle(wish, wish, trial.reports), graph: found.graph, scheme: found.scheme };
}
