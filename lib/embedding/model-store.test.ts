import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadBundledModel } from "./model-store";

const id = "small";
const contents: Record<string, string> = { "cpu.onnx": "cpu graph", "gpu.onnx": "gpu graph", "tokenizer.json": "{}", "weights.bin": "w".repeat(5000) };
let modelsDir: string;
const inModel = (name: string) => path.join(modelsDir, id, name);

async function writeModel(changedFiles: Record<string, string> = {}, settings: object = {}): Promise<void> {
  const files = { ...contents, ...changedFiles };
  const digests = Object.entries(files).map(([name, text]) => [name, { bytes: text.length, sha256: createHash("sha256").update(text).digest("hex") }] as const);
  const manifest = { id, languages: ["ja"], dimensions: [8, 4], pooling: "mean", normalized: true, prefix: { query: "", document: "" }, maxTokens: 16, graphs: { cpu: "cpu.onnx", gpu: "gpu.onnx" }, tokenizer: "tokenizer.json", files: Object.fromEntries(digests), ...settings };
  for (const [name, text] of Object.entries(files)) await fs.writeFile(inModel(name), text);
  await fs.writeFile(inModel("model.json"), JSON.stringify(manifest));
}

const identityOf = async (changedFiles: Record<string, string> = {}, settings: object = {}): Promise<string> => {
  await writeModel(changedFiles, settings);
  return (await loadBundledModel(modelsDir, id)).identity.sha256;
};

beforeEach(async () => {
  modelsDir = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-models-"));
  await fs.mkdir(path.join(modelsDir, id));
  await writeModel();
});
afterEach(() => fs.rm(modelsDir, { recursive: true }));

describe("a model on disk", () => {
  it("gives its paths and identity", async () => {
    expect(await loadBundledModel(modelsDir, id)).toEqual({
      identity: { name: id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, dimensions: 8, maxTokens: 16, languages: ["ja"] },
      dimensionChoices: [8, 4],
      graphs: { cpu: inModel("cpu.onnx"), portable: inModel("cpu.onnx"), gpu: inModel("gpu.onnx"), inspect: null },
      tokenizer: { file: inModel("tokenizer.json"), japanese: null, lowercase: false, maxTokens: 16, cut: "at end", padding: "<pad>" },
      output: { name: "sentence_embedding", pooling: null },
      prefix: { query: "", document: "" },
    });
  });

  it.each(["cpu.onnx", "weights.bin", "tokenizer.json", "model.json"])("names %s where it is missing", async (name) => {
    await fs.rm(inModel(name));
    await expect(loadBundledModel(modelsDir, id)).rejects.toMatchObject({ code: "model_unavailable", field: name, message: expect.stringContaining(`${inModel(name)} is missing`) as string });
  });

  it("names a cut-off file with both sizes", async () => {
    await fs.truncate(inModel("weights.bin"), 132);
    await expect(loadBundledModel(modelsDir, id)).rejects.toMatchObject({ code: "model_unavailable", field: "weights.bin", message: expect.stringMatching(/weights\.bin has 132 bytes instead of 5 000.*cut-off.*Get it again/s) as string });
  });

  it("names a file whose content changed", async () => {
    await fs.writeFile(inModel("weights.bin"), "v".repeat(5000));
    await expect(loadBundledModel(modelsDir, id)).rejects.toMatchObject({ code: "model_unavailable", field: "weights.bin", message: expect.stringContaining("SHA-256") as string });
  });

  it.each(["{", "{}", '{"id": 3}'])("refuses a model.json that reads %s", async (text) => {
    await fs.writeFile(inModel("model.json"), text);
    await expect(loadBundledModel(modelsDir, id)).rejects.toMatchObject({ code: "model_unavailable", field: "model.json" });
  });

  it("refuses file names that lead out of its folder", async () => {
    await writeModel({}, { tokenizer: "../tokenizer.json" });
    await expect(loadBundledModel(modelsDir, id)).rejects.toMatchObject({ code: "model_unavailable", field: "model.json" });
  });

  it("works without the graphs of other devices", async () => {
    await fs.rm(inModel("gpu.onnx"));
    expect((await loadBundledModel(modelsDir, id)).graphs.cpu).toBe(inModel("cpu.onnx"));
  });
});

describe("a model's identity", () => {
  it("is made as it was for the vectors that data folders hold", async () => {
    expect(await identityOf()).toBe("515bca8a98754252e5a73d34370fea2e8d4c231e0df3ec3cebe2740426058d12");
  });

  it.each(["cpu.onnx", "weights.bin", "tokenizer.json"])("changes with %s", async (name) => {
    expect(await identityOf({ [name]: "another" })).not.toBe(await identityOf());
  });

  it.each([{ pooling: "cls" }, { maxTokens: 32 }, { prefix: { query: "query: ", document: "" } }])("changes with the setting %o", async (settings) => {
    expect(await identityOf({}, settings)).not.toBe(await identityOf());
  });

  it("stays the same when another device's graph changes", async () => {
    expect(await identityOf({ "gpu.onnx": "another" })).toBe(await identityOf());
  });
});
