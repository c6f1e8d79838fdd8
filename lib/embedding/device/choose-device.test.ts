import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { DEVICES } from "@/lib/core/devices";
import { loadBundledModel } from "../model-store";
import type { StoredModel } from "../stored-model";
import { chooseDevice, listedDevices } from "./choose-device";
import { LEAST_AGREEMENT } from "./device-trial";
import { probeDevice } from "./probe-device";

let model: StoredModel;

beforeAll(async () => {
  model = await loadBundledModel(path.resolve("models"));
});

describe("the choice of a device", () => {
  it("is the CPU without a try where that is wished for", async () => {
    const tried: string[] = [];
    expect(await chooseDevice(model, "cpu", { onTry: (device) => tried.push(device) })).toMatchObject({ choice: { wish: "cpu", device: "cpu", reports: [{ device: "cpu", outcome: "taken" }] }, graph: model.graphs.cpu });
    expect(tried).toEqual([]);
  });

  it("is, for auto, a device that gives the CPU's vectors, and says why others are passed over", async () => {
    const { choice } = await chooseDevice(model, "auto");
    const taken = choice.reports.find(({ outcome }) => outcome === "taken");
    expect(taken?.device).toBe(choice.device);
    if (choice.device !== "cpu") expect(taken?.agreement).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
    for (const { device, outcome, reason } of choice.reports) expect(outcome === "taken" || (outcome === "passed over" && reason !== null), device).toBe(true);
  });

  it("is an error that names the devices there are, where this build has not the one wished for", async () => {
    const absent = DEVICES.find((device) => !listedDevices().includes(device));
    if (!absent) throw new Error("This build of onnxruntime-node has all devices.");
    await expect(chooseDevice(model, absent)).rejects.toMatchObject({ code: "device_unavailable", field: "device", message: expect.stringMatching(new RegExp(`${absent} cannot be used: onnxruntime-node for .*cpu only`)) as string });
  });
});

describe("a probing process", () => {
  const probe = (graphs: string[], timeout: number, signal?: AbortSignal) => probeDevice({ model, device: "cpu", graphs, workers: 1 }, { timeout, signal });

  it("gives vectors, graph and speed of the first graph that computes", async () => {
    const answer = await probe([path.resolve("models/none.onnx"), model.graphs.cpu], 60_000);
    expect(answer).toMatchObject({ graph: model.graphs.cpu, captionsPerSecond: expect.any(Number) as number });
  });

  it("gives the fault of each graph where none computes", async () => {
    const answer = await probe([path.resolve("models/none.onnx"), path.resolve("models/other.onnx")], 60_000);
    expect(answer).toEqual({ faults: [expect.stringContaining("none.onnx"), expect.stringContaining("other.onnx")] });
  });

  it("is given up when it takes too long, and when it is stopped", async () => {
    expect(await probe([model.graphs.cpu], 1)).toEqual({ faults: ["it gave no vectors within 0.001 seconds"] });
    await expect(probe([model.graphs.cpu], 60_000, AbortSignal.timeout(50))).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
