import fs from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openBatchEncoder } from "../batch-encoder";
import { copyModel, fixture, smallModels } from "../testing/small-models";
import { loadTokenizer } from "../tokenizer";
import type { ModelSettings } from "./model-settings";
import { openModel } from "./open-model";

const folders = { modelsDir: path.resolve("models"), dataDir: path.resolve("no-data") };
const open = (folder: string, settings: ModelSettings = {}) => openModel({ kind: "folder", path: folder }, settings, folders);

describe.each(smallModels)("the model $folder", ({ folder, dimensions, pooling, texts }) => {
  it("gives the reference's vectors, each text alone and all in one batch", async () => {
    const model = await open(fixture(folder));
    expect(model.identity).toMatchObject({ name: folder, dimensions });
    expect(model.output.pooling).toBe(pooling);
    const tokenizer = await loadTokenizer(model.tokenizer);
    const encoder = await openBatchEncoder({ graph: model.graphs.cpu, device: "cpu", threads: 1, output: model.output, dimensions });
    const rows = texts.map(({ text }) => tokenizer.encode(text));
    const together = await encoder.run(rows, tokenizer.padId);
    for (const [i, { text, vector }] of texts.entries()) {
      const alone = await encoder.run([rows[i] ?? []], tokenizer.padId);
      vector.forEach((value, d) => {
        expect(alone[d], text).toBeCloseTo(value, 4);
        expect(together[i * dimensions + d], text).toBeCloseTo(value, 4);
      });
    }
    await encoder.close();
  });
});

describe("what a model's files say", () => {
  it("gives prefix, token limit, padding and pooling", async () => {
    expect(await open(fixture("wordpiece-mean"))).toMatchObject({ identity: { maxTokens: 16 }, dimensionChoices: [8], tokenizer: { padding: 0 }, output: { name: "last_hidden_state", pooling: "mean" }, prefix: { query: "query: ", document: "passage: " } });
  });

  it("counts RoBERTa's positions from its padding on", async () => {
    expect(await open(fixture("bpe-cls"))).toMatchObject({ identity: { maxTokens: 16 }, tokenizer: { padding: 1 } });
  });

  it("names the lengths that vectors may be cut to", async () => {
    expect((await open(fixture("unigram-wide"))).dimensionChoices).toEqual([1024, 512, 256]);
  });

  it("goes after what a person says", async () => {
    const settings: ModelSettings = { pooling: "cls", queryPrefix: "", documentPrefix: "text: ", maxTokens: 8 };
    expect(await open(fixture("wordpiece-mean"), settings)).toMatchObject({ identity: { maxTokens: 8 }, tokenizer: { maxTokens: 8 }, output: { pooling: "cls" }, prefix: { query: "", document: "text: " } });
  });

  it("names the pooling in the older form too", async () => {
    await using model = await copyModel("bpe-cls", { "1_Pooling/config.json": { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false } });
    expect((await open(model.folder)).output.pooling).toBe("cls");
  });

  it("takes a float16 graph beside the other for devices that compute in it", async () => {
    await using model = await copyModel("wordpiece-mean");
    await fs.copyFile(fixture("float16.onnx"), model.inModel("onnx/model_fp16.onnx"));
    expect((await open(model.folder)).graphs).toEqual({ cpu: model.inModel("onnx/model.onnx"), portable: model.inModel("onnx/model.onnx"), gpu: model.inModel("onnx/model_fp16.onnx"), inspect: null });
  });

  it("opens a graph with float16 values, whatever its name, where it is the only one", async () => {
    await using model = await copyModel("wordpiece-mean", { "onnx/model.onnx": null });
    await fs.copyFile(fixture("float16.onnx"), model.inModel("onnx/half.onnx"));
    expect(await open(model.folder)).toMatchObject({ identity: { dimensions: 8 }, graphs: { cpu: model.inModel("onnx/half.onnx") } });
  });
});

describe("a model's identity", () => {
  const identityOf = async (folder: string, settings: ModelSettings = {}) => (await open(folder, settings)).identity.sha256;

  it("stays the same under another name, in another place, through the hub's folder", async () => {
    await using model = await copyModel("bpe-cls");
    expect(await identityOf(model.folder)).toBe(await identityOf(fixture("bpe-cls")));
    const hub = path.join(path.dirname(model.folder), "models", "some--model");
    await fs.cp(model.folder, hub, { recursive: true });
    const opened = await openModel({ kind: "hub", id: "some/model", revision: "main" }, {}, { ...folders, dataDir: path.dirname(model.folder) });
    expect(opened.identity).toMatchObject({ name: "some/model", sha256: await identityOf(fixture("bpe-cls")) });
  });

  it.each<[string, object]>([
    ["model.onnx_data", ["another"]],
    ["tokenizer.json", { pad: 1 }],
    ["1_Pooling/config.json", { pooling_mode: "mean" }],
    ["config_sentence_transformers.json", { prompts: { query: "query: " } }],
    ["sentence_bert_config.json", { max_seq_length: 8 }],
  ])("changes with %s", async (name, content) => {
    await using model = await copyModel("bpe-cls");
    const file = model.inModel(name);
    const before = await fs.readFile(file).catch(() => null);
    if (name === "model.onnx_data") await fs.writeFile(file, new Float32Array(8).fill(1));
    else if (name === "tokenizer.json") await fs.writeFile(file, `${String(before)}\n`);
    else await fs.writeFile(file, JSON.stringify(content));
    expect(await identityOf(model.folder)).not.toBe(await identityOf(fixture("bpe-cls")));
  });

  it.each<ModelSettings>([{ pooling: "mean" }, { queryPrefix: "q: " }, { documentPrefix: "d: " }, { maxTokens: 8 }])("changes with the setting %o", async (settings) => {
    expect(await identityOf(fixture("bpe-cls"), settings)).not.toBe(await identityOf(fixture("bpe-cls")));
  });

  it("stays the same for a copy of the bundled encoder under another name", async () => {
    await using model = await copyModel("wordpiece-mean");
    const copy = path.join(path.dirname(model.folder), "another-name");
    await fs.cp(path.resolve("models/kotomap-ja-en-v1"), copy, { recursive: true });
    const { name, sha256 } = (await openModel({ kind: "bundled", id: "kotomap-ja-en-v1" }, {}, folders)).identity;
    expect(name).toBe("kotomap-ja-en-v1");
    expect(await open(copy)).toMatchObject({ identity: { name: "another-name", sha256 }, dimensionChoices: [384, 256, 128, 64] });
    expect((await open(copy, { queryPrefix: "query: " })).identity.sha256).not.toBe(sha256);
  });
});
