import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { compareVectors } from "./compare-vectors";

/** A Vulkan that computes on the CPU, in Debian's package chromium, with the loader beside it. */
const DRIVER = "/usr/lib/chromium/vk_swiftshader_icd.json";
const missing = existsSync(DRIVER) ? "" : ` (skipped: no graphics adapter, ${DRIVER} is absent)`;

it.skipIf(missing)(`WebGPU gives two sentences the vectors of the CPU${missing}`, { timeout: 600_000 }, async () => {
  const env = { ...process.env, VK_ICD_FILENAMES: DRIVER, LD_LIBRARY_PATH: path.dirname(DRIVER) };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "lib/embedding/testing/embed-on-device.ts", "webgpu", "犬", "a dog"], { env });
  const { ranOn, notices, there, here } = JSON.parse(stdout) as { ranOn: string; notices: string[]; there: number[]; here: number[] };
  expect({ ranOn, notices }).toEqual({ ranOn: "webgpu", notices: [] });
  expect(compareVectors(Float32Array.from(there), Float32Array.from(here), 384)).toBeGreaterThanOrEqual(0.99);
});
