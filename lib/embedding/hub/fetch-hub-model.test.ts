import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendBytes } from "@/lib/core/download/testing/file-server";
import { fetchHubModel } from "./fetch-hub-model";
import { commit, startFakeHub, type FakeHub } from "./testing/fake-hub";

const id = "maker/sentence-model";
const graph = randomBytes(200_000);
const described = ["config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "modules.json", "1_Pooling/config.json", "2_Dense/config.json", "2_Dense/model.safetensors", "sentence_bert_config.json"];
const repository = () => ({
  ".gitattributes": Buffer.from("*.onnx filter=lfs"),
  "README.md": Buffer.from("# A model"),
  "model.safetensors": randomBytes(5000),
  ...Object.fromEntries(described.map((name) => [name, Buffer.from(`{"file":"${name}"}`)])),
  "onnx/model.onnx": graph,
  "onnx/model.onnx_data": randomBytes(3000),
  "onnx/model_fp16.onnx": randomBytes(2000),
  "onnx/model_quantized.onnx": randomBytes(2000),
  "onnx/model.onnx_data/../../../../escaped": Buffer.from("out"),
});

let dataDir: string;
let fake: FakeHub;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "kotomap-hub-"));
  fake = await startFakeHub(id, repository());
});

afterEach(async () => {
  await fake.close();
  rmSync(dataDir, { recursive: true });
});

const fetchModel = (options = {}) => fetchHubModel(id, { dataDir, endpoint: fake.endpoint, token: null, pause: 0.001, ...options });
const folder = () => path.join(dataDir, "models", "maker--sentence-model");
const fetched = () => readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder(), path.join(entry.parentPath, entry.name))).sort();
const requests = () => fake.hub.requests.length + fake.store.requests.length;

describe("a model of the hub", () => {
  it("comes with what decides its vectors and nothing else, each file checked, its commit kept", async () => {
    const announced: object[] = [];
    expect(await fetchModel({ announce: (model: object) => announced.push(model) })).toBe(folder());
    expect(fetched()).toEqual([...described, "hub.json", "onnx/model.onnx", "onnx/model.onnx_data"].sort());
    expect(readFileSync(path.join(folder(), "onnx/model.onnx")).equals(graph)).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder(), "hub.json"), "utf8"))).toMatchObject({ id, commit, gpu: false, endpoint: fake.endpoint, files: { "onnx/model.onnx": { bytes: 200_000 } } });
    expect(announced).toMatchObject([{ id, commit, page: `${fake.endpoint}/${id}` }]);
  });

  it("needs no request the second time, as long as its files are right", async () => {
    await fetchModel();
    fake.hub.requests.length = fake.store.requests.length = 0;
    const { endpoint } = fake;
    expect(await fetchModel({ endpoint: "http://no-such-hub.invalid" })).toBe(folder());
    expect(requests()).toBe(0);
    writeFileSync(path.join(folder(), "config.json"), "{}");
    rmSync(path.join(folder(), "onnx/model.onnx_data"));
    await fetchModel({ endpoint });
    expect([fake.hub.requests.length, fake.store.requests.length]).toEqual([2, 1]);
    expect(readFileSync(path.join(folder(), "config.json"), "utf8")).toBe('{"file":"config.json"}');
  });

  it("gets its graph in half precision where a graphics card wants it, of the commit that is there", async () => {
    await fetchModel();
    await fetchModel({ gpu: true });
    expect(fake.hub.requests.map(({ url }) => url)).toContain(`/api/models/${id}/revision/${commit}?blobs=true`);
    expect(fetched()).toContain("onnx/model_fp16.onnx");
    await fetchModel({ endpoint: "http://no-such-hub.invalid", gpu: true });
    await fetchModel({ endpoint: "http://no-such-hub.invalid" });
  });

  it("goes on where its fetch was stopped, and has no hub.json before its end", async () => {
    const stop = new AbortController();
    fake.store.handler = (request, response) => sendBytes(request, response, graph, { stopAfter: 100_000, then: "silence" });
    const part = path.join(folder(), "onnx/model.onnx.part");
    const watch = setInterval(() => existsSync(part) && statSync(part).size === 100_000 && stop.abort(), 10);
    await expect(fetchModel({ signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
    clearInterval(watch);
    expect(fetched()).toContain("onnx/model.onnx.part");
    expect(existsSync(path.join(folder(), "hub.json"))).toBe(false);
    fake.store.requests.length = 0;
    fake.store.handler = (request, response) => sendBytes(request, response, fake.files[decodeURIComponent((request.url ?? "").slice(1))] ?? graph);
    const seen: number[] = [];
    await fetchModel({ onProgress: ({ done }: { done: number }) => seen.push(done) });
    expect(fake.store.requests[0]?.headers.range).toBe("bytes=100000-");
    expect(fetched()).toEqual([...described, "hub.json", "onnx/model.onnx", "onnx/model.onnx_data"].sort());
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it("is refused where a file is not the one that the list names, by SHA-256 or by git's SHA-1", async () => {
    fake.store.handler = (request, response) => sendBytes(request, response, Buffer.from(graph).reverse());
    await expect(fetchModel()).rejects.toMatchObject({ code: "download_failed", field: "model.onnx", message: expect.stringMatching(/its SHA-256 is .* in place of .*--model \/path\/to\/folder/) as string });
    fake.before = (request, response) => (request.url?.endsWith("modules.json") ? (sendBytes(request, response, Buffer.from('{"file":"modules_json"}')), true) : false);
    rmSync(path.join(folder(), "modules.json"));
    await expect(fetchModel()).rejects.toMatchObject({ message: expect.stringContaining("its git SHA-1 is") as string });
    expect(existsSync(path.join(folder(), "hub.json"))).toBe(false);
  });

  it("takes the token to the hub alone", async () => {
    await fetchModel({ token: "hf_secret" });
    expect(fake.hub.requests.every(({ headers }) => headers.authorization === "Bearer hf_secret")).toBe(true);
    expect(fake.store.requests.some(({ headers }) => headers.authorization)).toBe(false);
    expect(readFileSync(path.join(folder(), "hub.json"), "utf8")).not.toContain("hf_secret");
  });
});

describe("a model that cannot be had", () => {
  const answer = (status: number, code: string, of = "/resolve/") => {
    fake.before = (request, response) => (request.url?.includes(of) ? (response.writeHead(status, { "x-error-code": code }).end(), true) : false);
  };

  it("because there is none of that name", async () => {
    await expect(fetchHubModel("maker/other", { dataDir, endpoint: fake.endpoint, token: null })).rejects.toMatchObject({ code: "download_failed", message: expect.stringMatching(/There is no such model, or it is private: .* set HF_TOKEN/) as string });
  });

  it("because it asks for consent", async () => {
    answer(403, "GatedRepo");
    await expect(fetchModel()).rejects.toMatchObject({ message: expect.stringContaining(`accept its terms at ${fake.endpoint}/${id} and set HF_TOKEN`) as string });
  });

  it("because it has no such revision", async () => {
    answer(404, "RevisionNotFound", "/api/");
    await expect(fetchModel({ revision: "v9" })).rejects.toMatchObject({ message: expect.stringContaining('The model has no revision "v9"') as string });
  });

  it("because it has no ONNX graph: what it has is listed, and how to make one", async () => {
    fake.files = { "README.md": Buffer.from("x"), "tokenizer.json": Buffer.from("{}"), "model.safetensors": Buffer.from("x") };
    await expect(fetchModel()).rejects.toMatchObject({ code: "model_unavailable", message: expect.stringMatching(/no ONNX graph.*It has: README\.md, tokenizer\.json, model\.safetensors\. Export it with training\/export_model\.py.*--model \/path\/to\/folder/) as string });
    expect(existsSync(folder())).toBe(false);
  });

  it("because it has no tokenizer", async () => {
    fake.files = { "onnx/model.onnx": graph };
    await expect(fetchModel()).rejects.toMatchObject({ code: "model_unavailable", message: expect.stringContaining("has no tokenizer") as string });
  });

  it("because the hub is out of reach: what was wanted, from where, and that a folder works too", async () => {
    await expect(fetchModel({ endpoint: "http://no-such-hub.invalid" })).rejects.toMatchObject({
      code: "download_failed",
      message: expect.stringMatching(/^The model maker\/sentence-model could not be fetched from http:\/\/no-such-hub\.invalid\/api\/models\/maker\/sentence-model\/revision\/main\?blobs=true \(getaddrinfo .*--model \/path\/to\/folder/) as string,
    });
  });

  it("because something else answers than a hub", async () => {
    fake.before = (_, response) => (response.writeHead(200, { "content-type": "text/html" }).end("<html>Log in</html>"), true);
    await expect(fetchModel()).rejects.toMatchObject({ code: "download_failed", message: expect.stringContaining("the answer is no JSON") as string });
    fake.before = (_, response) => (response.writeHead(200).end("{}"), true);
    await expect(fetchModel()).rejects.toMatchObject({ code: "download_failed", message: expect.stringContaining("lists no files as the hub does") as string });
  });

  it.each(["e5", "a/b/c", "../x", "maker/..", "/abs/olute", "maker/a b", "./maker/x", ""])("because %j is no name of one", async (name) => {
    await expect(fetchHubModel(name, { dataDir, endpoint: fake.endpoint })).rejects.toMatchObject({ code: "invalid_parameter", field: "model" });
    expect(fake.hub.requests).toEqual([]);
  });
});
