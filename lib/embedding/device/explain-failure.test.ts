import { expect, it } from "vitest";
import type { Device } from "@/lib/core/devices";
import { explainFailure } from "./explain-failure";

const started = (device: Device, message: string) => `The encoder cannot be started from /models/gpu.onnx on ${device}: ${message}`;

it.each<[Device, string, RegExp]>([
  ["cuda", "OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library", /not installed.*ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node/],
  ["cuda", "CUDA failure 100: no CUDA-capable device is detected ; GPU=-1", /finds no card.*nvidia-smi/],
  ["webgpu", "/onnxruntime_src/onnxruntime/core/providers/webgpu/webgpu_context.cc:136 onnxruntime::webgpu::WebGpuContext::Initialize(const onnxruntime::webgpu::WebGpuContextConfig&)::<lambda()> adapter_result.status == wgpu::RequestAdapterStatus::Success was false. Failed to get a WebGPU adapter: No supported adapters", /no graphics adapter.*Vulkan/],
  ["coreml", "no available backend found. ERR: [coreml] backend not found.", /has no such device/],
])("names the mend where %s says “%s”", (device, message, reason) => {
  expect(explainFailure(device, [started(device, message)])).toMatch(reason);
});

it("gives an unknown message once, without the graph's path", () => {
  expect(explainFailure("webgpu", [started("webgpu", "device\n lost"), started("webgpu", "device lost")])).toBe("device lost");
  expect(explainFailure("webgpu", [])).toBe("it failed without a message");
});
