import fs from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Changes, copyModel, fixture } from "../testing/small-models";
import type { ModelSettings } from "./model-settings";
import { openModel } from "./open-model";

const folders = { modelsDir: path.resolve("models"), dataDir: path.resolve("no-data") };
const open = (folder: string, settings: ModelSettings = {}) => openModel({ kind: "folder", path: folder }, settings, folders);
const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 90868376\n";
const unavailable = (message: RegExp) => ({ code: "model_unavailable", message: expect.stringMatching(message) as string });
const invalid = (field: string, message: RegExp) => ({ code: "invalid_parameter", field, message: expect.stringMatching(message) as string });

const pooling = (type: string) => [{ path: "", type: "sentence_transformers.models.Transformer" }, { path: "1_Pooling", type: "sentence_transformers.models.Pooling" }, { path: "2", type }];
const mecab = (settings: object) => ({ tokenizer_class: "BertJapaneseTokenizer", word_tokenizer_type: "mecab", subword_tokenizer_type: "wordpiece", ...settings });

describe("a folder is refused with the mend", () => {
  it.each<[why: string, name: string, changes: Changes, message: RegExp]>([
    ["without a graph", "wordpiece-mean", { "onnx/model.onnx": null }, /my-model holds no ONNX graph .*Export it to ONNX/],
    ["with several graphs and none to prefer", "wordpiece-mean", { "onnx/model.onnx": null, "onnx/a.onnx": "a", "b.onnx": "b" }, /holds no model\.onnx, but b\.onnx, onnx\/a\.onnx\. Name the one to use model\.onnx/],
    ["where the graph is a Git LFS pointer", "wordpiece-mean", { "onnx/model.onnx": pointer }, /onnx\/model\.onnx is a Git LFS pointer, not the file itself\. Run git lfs pull/],
    ["where the weights are a Git LFS pointer", "bpe-cls", { "model.onnx_data": pointer }, /model\.onnx_data is a Git LFS pointer/],
    ["where the tokenizer is a Git LFS pointer", "bpe-cls", { "tokenizer.json": pointer }, /tokenizer\.json is a Git LFS pointer/],
    ["where the graph is empty", "wordpiece-mean", { "onnx/model.onnx": "" }, /onnx\/model\.onnx is empty\. Get it again/],
    ["where the graph is none", "wordpiece-mean", { "onnx/model.onnx": "<html>Not found</html>" }, /onnx\/model\.onnx is no graph that ONNX Runtime can open, or it is cut off/],
    ["without its weights", "bpe-cls", { "model.onnx_data": null }, /model\.onnx_data is missing: model\.onnx keeps its weights there/],
    ["without a tokenizer", "bpe-cls", { "tokenizer.json": null }, /holds no tokenizer\.json\. Put it there from the model's page, or write it with training\/export_model\.py/],
    ["with a tokenizer of another kind", "bpe-cls", { "tokenizer.json": { model: { type: "Chords" } } }, /tokenizer\.json does not give a tokenizer \(/],
    ["with a config.json that is no JSON", "bpe-cls", { "config.json": "{" }, /config\.json cannot be read: /],
    ["that does not say how it pools", "wordpiece-mean", { "modules.json": null, "1_Pooling/config.json": null }, /does not say how the vectors of its tokens become that of a text\. Give --pooling mean or --pooling cls/],
    ["that pools by maximum", "wordpiece-mean", { "1_Pooling/config.json": { pooling_mode_max_tokens: true } }, /in a way that Kotomap does not have: max_tokens\./],
    ["that pools by last token", "wordpiece-mean", { "1_Pooling/config.json": { pooling_mode: "lasttoken" } }, /does not have: lasttoken\./],
    ["that joins two poolings", "wordpiece-mean", { "1_Pooling/config.json": { pooling_mode_mean_tokens: true, pooling_mode_cls_token: true } }, /does not have: mean_tokens \+ cls_token\./],
    ["that computes on after pooling", "wordpiece-mean", { "modules.json": pooling("sentence_transformers.models.Dense") }, /computes on after its tokens \(module Dense of modules\.json\)/],
    ["whose words need UniDic", "mecab-wordpiece", { "tokenizer_config.json": mecab({ mecab_kwargs: { mecab_dic: "unidic_lite" } }) }, /has its Japanese words found by MeCab with the dictionary unidic_lite, which Kotomap does not have\. Take a Japanese model with a tokenizer\.json/],
    ["whose words need Juman++", "mecab-wordpiece", { "tokenizer_config.json": mecab({ word_tokenizer_type: "jumanpp" }) }, /has its Japanese words found by jumanpp, which/],
    ["whose words need Sudachi", "mecab-wordpiece", { "tokenizer_config.json": mecab({ word_tokenizer_type: "sudachi" }) }, /has its Japanese words found by sudachi, which/],
    ["whose words SentencePiece cuts", "mecab-wordpiece", { "tokenizer_config.json": mecab({ subword_tokenizer_type: "sentencepiece" }) }, /has its Japanese words cut by sentencepiece, which/],
    ["whose vocabulary lacks a special token", "mecab-wordpiece", { "vocab.txt": "[UNK]\n[CLS]\n" }, /vocab\.txt does not give a tokenizer \(it has no line \[SEP\]\)/],
  ])("%s", async (_, name, changes, message) => {
    await using model = await copyModel(name, changes);
    await expect(open(model.folder)).rejects.toMatchObject(unavailable(message));
  });

  it.each([
    ["classifier.onnx", /gives no vectors\. Its outputs: logits \(float32, batch × 2\), ids \(int64, batch × sequence\)\. Take a model for sentence embeddings/],
    ["positions.onnx", /does not take the inputs of a text encoder\. Its inputs: input_ids \(int64, batch × sequence\), .*position_ids/],
  ])("with the graph %s", async (graph, message) => {
    await using model = await copyModel("wordpiece-mean");
    await fs.copyFile(fixture(graph), model.inModel("onnx/model.onnx"));
    await expect(open(model.folder)).rejects.toMatchObject(unavailable(message));
  });

  it("with a graph that is cut off", async () => {
    await using model = await copyModel("wordpiece-mean");
    await fs.truncate(model.inModel("onnx/model.onnx"), 700);
    await expect(open(model.folder)).rejects.toMatchObject(unavailable(/onnx\/model\.onnx is no graph .* Get it again, or export it again/s));
  });

  it("with weights that are cut off", async () => {
    await using model = await copyModel("bpe-cls");
    await fs.truncate(model.inModel("model.onnx_data"), 8);
    await expect(open(model.folder)).rejects.toMatchObject(unavailable(/model\.onnx is no graph that ONNX Runtime can open, or it is cut off/));
  });
});

describe("a model that is not there is refused", () => {
  it("as a folder", async () => {
    await expect(open("/no/such/model")).rejects.toMatchObject(unavailable(/\/no\/such\/model does not exist/));
  });

  it("as a hub model, with the command that downloads it", async () => {
    await expect(openModel({ kind: "hub", id: "some/model", revision: "v2" }, {}, folders)).rejects.toMatchObject(unavailable(/some--model@v2 does not exist\. Fetch it again, with any caption file: npm run ingest -- FILE --model some\/model@v2/));
  });
});

describe("a folder whose configuration cannot be meant is refused", () => {
  it.each([
    ["1_Pooling/config.json", { pooling_mode: "constructor" }, /pools the vectors of its tokens in a way that Kotomap does not have: constructor/],
    ["sentence_bert_config.json", { max_seq_length: 2 }, /cuts texts to 2 tokens, which leaves nothing of them\. Give --max-tokens/],
    ["tokenizer_config.json", { model_max_length: -5 }, /cuts texts to -5 tokens/],
  ])("by %s with %o", async (name, content, message) => {
    await using model = await copyModel("wordpiece-mean", name === "tokenizer_config.json" ? { [name]: content, "sentence_bert_config.json": null } : { [name]: content });
    await expect(openModel({ kind: "folder", path: model.folder }, {}, folders)).rejects.toMatchObject(unavailable(message));
  });
});

describe("a setting is refused", () => {
  it("as pooling of a graph that pools", async () => {
    await expect(open(fixture("unigram-wide"), { pooling: "mean" })).rejects.toMatchObject(invalid("pooling", /pools by itself \(output sentence_embedding\): leave --pooling out/));
    await expect(openModel({ kind: "bundled", id: "kotomap-ja-en-v1" }, { pooling: "cls" }, folders)).rejects.toMatchObject(invalid("pooling", /kotomap-ja-en-v1 pools by itself/));
  });

  it.each([0, 2, 17, 8.5])("as a token limit of %d", async (maxTokens) => {
    await expect(open(fixture("bpe-cls"), { maxTokens })).rejects.toMatchObject(invalid("maxTokens", /give a whole number from 3 to 16, the most that this model reads/));
  });

  it("where the bundled encoder would read more than it was trained for", async () => {
    await expect(openModel({ kind: "bundled", id: "kotomap-ja-en-v1" }, { maxTokens: 129 }, folders)).rejects.toMatchObject(invalid("maxTokens", /from 3 to 128/));
  });
});

describe("a pooling that a person gives", () => {
  it.each<Changes>([{ "modules.json": null, "1_Pooling/config.json": null }, { "1_Pooling/config.json": { pooling_mode_max_tokens: true } }])("goes before what the files say: %o", async (changes) => {
    await using model = await copyModel("wordpiece-mean", changes);
    expect((await open(model.folder, { pooling: "cls" })).output).toEqual({ name: "last_hidden_state", pooling: "cls" });
  });

  it("does not mend a layer that the graph lacks", async () => {
    await using model = await copyModel("wordpiece-mean", { "modules.json": pooling("sentence_transformers.models.Dense") });
    await expect(open(model.folder, { pooling: "mean" })).rejects.toMatchObject(unavailable(/module Dense/));
  });
});
