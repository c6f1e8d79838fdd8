import { measureDevices, type DeviceMeasurements } from "@/lib/features/models/measure-devices";
import { defineCommand } from "./cli/command";
import { addModelOptions, toEncoderWish, type ModelOptions } from "./cli/model-options";
import { runAsMain } from "./cli/run-command";
import { presentDevices } from "./present/devices";

export const command = defineCommand<ModelOptions, DeviceMeasurements>({
  name: "device",
  summary: "List what can be embedded on, try and measure it.",
  description:
    "Tries every device that onnxruntime-node knows, each in a process of its own, compares its vectors with the CPU's, and measures captions a second on a standard sample of 128 Japanese and English captions. " +
    "Tells which one --device auto takes, and why others are passed over.",
  configure: addModelOptions,
  run: ({ options, signal, report }) =>
    measureDevices(toEncoderWish(options), { signal, onDownload: report, onTry: (device) => report({ stage: `try ${device}`, done: 0, total: null }) }),
  present: presentDevices,
});

runAsMain(command, import.meta.url);
