import { readFile } from "node:fs/promises";
import path from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import * as ort from "onnxruntime-node";
import type { EmbeddedChunk, Embedder, EmbedOptions } from "./embedder";

const TOKENS = 4096;
export async function createEmbedder({ modelsDir }: { modelsDir: string }): Promise<Embedder> {
  const dir = path.join(modelsDir, "kotomap-ja-en-v1");
  const tok = new Tokenizer(JSON.parse(await readFile(path.join(dir, "tokenizer.json"), "utf8")) as object, {});
  const session = await ort.InferenceSession.create(path.join(dir, "cpu.onnx"));
  const D = 384;
  async function embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array> {
    const ids = texts.map((t) => { const i = tok.encode(t).ids; return i.length > 128 ? [...i.slice(0, 128)] : i; });
    const order = ids.map((_, i) => i).sort((a, b) => ids[a]!.length - ids[b]!.length);
    const out = new Float32Array(texts.length * D);
    for (let s = 0; s < order.length; ) {
      options.signal?.throwIfAborted();
      let e = s + 1;
      while (e < order.length && (e - s + 1) * ids[order[e]!]!.length <= TOKENS) e++;
      const rows = order.slice(s, e);
      const len = Math.max(...rows.map((r) => ids[r]!.length));
      const x = new BigInt64Array(rows.length * len).fill(1n), m = new BigInt64Array(rows.length * len);
      rows.forEach((r, j) => ids[r]!.forEach((id, k) => { x[j * len + k] = BigInt(id); m[j * len + k] = 1n; }));
      const res = await session.run({ input_ids: new ort.Tensor("int64", x, [rows.length, len]), attention_mask: new ort.Tensor("int64", m, [rows.length, len]) }, ["sentence_embedding"]);
      const v = res["sentence_embedding"]!.data as Float32Array;
      rows.forEach((r, j) => out.set(v.subarray(j * D, (j + 1) * D), r * D));
      s = e;
    }
    return out;
  }
  async function* embedStream<T>(chunks: AsyncIterable<T[]>, textOf: (item: T) => string, options?: EmbedOptions): AsyncGenerator<EmbeddedChunk<T>> {
    for await (const items of chunks) yield { items, vectors: await embed(items.map(textOf), options) };
  }
  return { model: { name: "kotomap-ja-en-v1", sha256: "0".repeat(64), dimensions: D, maxTokens: 128, languages: ["ja", "en"] }, device: "cpu", embed, embedStream, close: () => session.release() };
}
