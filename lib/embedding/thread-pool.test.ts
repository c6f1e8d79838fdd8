import path from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BatchAnswer, EncoderSetup } from "./encoder-setup";
import { ThreadPool } from "./thread-pool";
import { packRows, type PaddedRows } from "./token-rows";

const setup: EncoderSetup = { graph: path.resolve("models/kotomap-ja-en-v1/cpu.onnx"), device: "cpu", threads: 1, output: { name: "sentence_embedding", pooling: null }, dimensions: 384 };
const open = (graph: string, limit: number) => new ThreadPool<PaddedRows, BatchAnswer>({ what: "encoder", module: "encoder-worker.ts", setup: { ...setup, graph } }, limit);
const dog = [0, 3594, 2];
const batch = (rows: number) => Array.from({ length: rows }, () => dog);
let pool: ReturnType<typeof open>;
const run = async (rows: number[][], on = pool) => (await on.ask({ ...packRows(rows), padId: 1 })).vectors;

beforeEach(() => {
  pool = open(setup.graph, 2);
});
afterEach(() => pool.close());

describe("a pool of encoder threads", () => {
  it("starts a thread for the first batch and another when that is busy, but no third", async () => {
    expect(pool.threads).toHaveLength(0);
    await run([dog]);
    await run([dog]);
    expect(pool.threads).toHaveLength(1);
    const sizes = (await Promise.all([1, 2, 3, 4, 5].map((rows) => run(batch(rows))))).map(({ length }) => length / 384);
    expect(sizes).toEqual([1, 2, 3, 4, 5]);
    expect(pool.threads).toHaveLength(2);
  });

  it("gives the same vector in every thread", async () => {
    const [first, second] = await Promise.all([run([dog]), run([dog])]);
    expect(pool.threads).toHaveLength(2);
    expect(first).toEqual(second);
  });

  it("rejects a batch that cannot be computed, naming the cause, and computes the next", async () => {
    await expect(run([[0, 99_999_999, 2]])).rejects.toMatchObject({ code: "internal", message: expect.stringMatching(/could not compute a batch: .*99999999/s) as string });
    expect(await run([dog])).toHaveLength(384);
  });

  it.each([
    ["is killed", (worker: Worker | undefined) => void worker?.terminate()],
    ["ends by itself", (worker: Worker | undefined) => worker?.postMessage(null)],
  ])("rejects the batches of a thread that %s, and those that follow", async (_, end) => {
    await Promise.all([run([dog]), run([dog])]);
    end(pool.threads[0]?.worker);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => run(batch(50))));
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
    const ended = { code: "internal", message: expect.stringMatching(/thread of the encoder ended early \(exit code \d\)/) as string };
    expect(outcomes[0]).toMatchObject({ reason: ended });
    await expect(run([dog])).rejects.toMatchObject(ended);
  });

  it("says that the encoder cannot be started", async () => {
    const broken = open(path.resolve("models/none.onnx"), 1);
    await expect(run([dog], broken)).rejects.toMatchObject({ code: "internal", message: expect.stringMatching(/none\.onnx/) as string });
    await broken.close();
  });

  it("answers what it was given before it closes, and nothing after", async () => {
    const last = run([dog]);
    await pool.close();
    expect(await last).toHaveLength(384);
    await expect(run([dog])).rejects.toThrow("The encoder was closed.");
  });
});
