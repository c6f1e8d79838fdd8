import path from "node:path";
import type { Device, DeviceReport } from "@/lib/core/devices";
import { AppError } from "@/lib/core/errors";
import type { StoredModel } from "../stored-model";
import { compareVectors } from "./compare-vectors";
import { explainFailure } from "./explain-failure";
import type { ProbeResult } from "./probe";
import { probeDevice } from "./probe-device";

/** Vectors of one model must be alike on all devices, or a query would not find what another device embedded. */
export const LEAST_AGREEMENT = 0.99;
/** Milliseconds for the CPU, which any model computes on sooner or later. */
const CPU_TIMEOUT = 600_000;

export interface TrialOptions {
  workers?: number;
  signal?: AbortSignal;
  /** Told of each device before it is tried. */
  onTry?: (device: Device) => void;
}

/** What became of a device, nothing of it known but what is given. */
export const report = (device: Device, outcome: DeviceReport["outcome"], about: Partial<DeviceReport> = {}): DeviceReport => ({ device, outcome, reason: null, graph: null, agreement: null, captionsPerSecond: null, ...about });

const rate = ({ captionsPerSecond }: ProbeResult) => captionsPerSecond.toFixed(captionsPerSecond < 10 ? 1 : 0);

/** Tries devices for one model; the CPU, which all are compared with, is tried once. */
export class DeviceTrial {
  readonly reports: DeviceReport[] = [];
  private cpu: Promise<ProbeResult> | null = null;

  constructor(
    private readonly model: StoredModel,
    private readonly options: TrialOptions,
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

  /** Whether a usable device is worth it; one that is not is passed over. */
  async isFasterThanCpu(device: Device, found: ProbeResult): Promise<boolean> {
    if (device === "cpu") return true;
    const cpu = await this.probeCpu();
    if (found.captionsPerSecond > cpu.captionsPerSecond) return true;
    this.passOver(device, `it is slower than the CPU: ${rate(found)} captions a second, the CPU ${rate(cpu)}`);
    return false;
  }

  /** Writes down that a device was passed over; what was measured of it stays. */
  passOver(device: Device, reason: string, about: Partial<DeviceReport> = {}): null {
    const known = this.reports.find((other) => other.device === device);
    if (known) Object.assign(known, { outcome: "passed over", reason });
    else this.reports.push(report(device, "passed over", { reason, ...about }));
    return null;
  }

  private async computeOnCpu(): Promise<ProbeResult> {
    const { model, options } = this;
    const answer = await probeDevice({ model, device: "cpu", graphs: [model.graphs.cpu], workers: options.workers }, { timeout: CPU_TIMEOUT, signal: options.signal });
    if ("faults" in answer) throw new AppError("model_unavailable", `The encoder ${model.identity.name} cannot compute on the CPU: ${answer.faults.join("; ")}`);
    return answer;
  }

  private async attemptCpu(): Promise<ProbeResult> {
    const answer = await this.probeCpu();
    this.reports.push(report("cpu", "usable", { graph: path.basename(answer.graph), agreement: 1, captionsPerSecond: answer.captionsPerSecond }));
    return answer;
  }
}
