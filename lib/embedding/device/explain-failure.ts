import type { Device } from "@/lib/core/devices";

export const CUDA_MEND = "ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node";

/** What is wrong by the runtime's message, and the mend. */
const KNOWN: { device: Device | null; pattern: RegExp; reason: string }[] = [
  { device: "cuda", pattern: /Failed to load shared library|libonnxruntime_providers|backend not found/i, reason: `its files are not installed, or CUDA 12 and cuDNN 9 are not. With an NVIDIA card: ${CUDA_MEND}` },
  { device: "cuda", pattern: /no CUDA-capable device|CUDA driver version|cudaErrorNoDevice|CUDA failure (35|100)\b/i, reason: "the CUDA driver finds no card that it can use. Look at what nvidia-smi says" },
  { device: "webgpu", pattern: /No supported adapters|Failed to get a WebGPU adapter/i, reason: "no graphics adapter was found. On Linux it needs a Vulkan driver" },
  { device: null, pattern: /backend not found/i, reason: "this onnxruntime-node has no such device" },
];

/** Source positions and codes that the runtime puts before what it says. */
const clean = (fault: string) =>
  fault
    .replace(/^.*cannot be started from .*? on \w+: /s, "")
    .replace(/\S*onnxruntime_src\S+:\d+ [^\n]*?(?=\w[^:\n]* was false|Failed|CUDA failure)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);

/** Why a device cannot be used, for people. `faults`: what each graph failed with. */
export function explainFailure(device: Device, faults: readonly string[]): string {
  for (const { device: only, pattern, reason } of KNOWN) {
    if ((only === null || only === device) && faults.some((fault) => pattern.test(fault))) return reason;
  }
  return [...new Set(faults.map(clean))].join("; ") || "it failed without a message";
}
