import { beforeEach, describe, expect, it } from "vitest";
import type { Device } from "@/lib/core/devices";
import type { BatchEngine } from "./encoder-engine";
import { ResilientEngine } from "./resilient-engine";
import type { TokenRows } from "./token-rows";

/** Gives each row its first id as its vector, and fails as told. */
class FrailEngine implements BatchEngine {
  alive = true;
  closed = false;
  scheme = { workers: 1, batchTokens: 64 };
  readonly sizes: number[] = [];

  constructor(readonly device: Device, private readonly fails: (rows: number, engine: FrailEngine) => boolean) {}

  run(rows: TokenRows): Promise<Float32Array> {
    if (this.fails(rows.length, this)) return Promise.reject(new Error("out of memory"));
    this.sizes.push(rows.length);
    return Promise.resolve(Float32Array.from(rows, (row) => row[0] ?? NaN));
  }

  shrink(batchTokens: number): void {
    this.scheme = { workers: 1, batchTokens };
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

const rows = Array.from({ length: 32 }, (_, i) => [i, 0]);
const expected = Float32Array.from(rows, ([id]) => id ?? NaN);
let notices: string[];
let cpu: FrailEngine;

const open = (engine: BatchEngine) => new ResilientEngine({ engine, openCpu: engine.device === "cpu" ? null : () => cpu, onNotice: (notice) => notices.push(notice) });

beforeEach(() => {
  notices = [];
  cpu = new FrailEngine("cpu", () => false);
});

describe("a resilient engine", () => {
  it("computes what does not fit in halves, keeps the order, and makes smaller batches from then on", async () => {
    const gpu = new FrailEngine("cuda", (count) => count > 8);
    const engine = open(gpu);
    expect(await engine.run(rows, 1)).toEqual(expected);
    expect(gpu.sizes).toEqual([8, 8, 8, 8]);
    expect(engine.batchTokens).toBe(16);
    expect(engine.device).toBe("cuda");
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatch(/batch of 32 captions failed on cuda \(out of memory\).*halves/);
  });

  it("moves to the CPU where not even one text can be computed, and says so", async () => {
    const engine = open(new FrailEngine("webgpu", () => true));
    expect(await engine.run(rows, 1)).toEqual(expected);
    expect(engine.device).toBe("cpu");
    expect(notices.at(-1)).toMatch(/webgpu failed \(out of memory\)\. The rest is embedded on the CPU; what was embedded before is kept/);
  });

  it("moves to the CPU at once where the device is lost, with the batches under way", async () => {
    const lost = new FrailEngine("cuda", (_, engine) => !(engine.alive = false));
    const engine = open(lost);
    const batches = await Promise.all([engine.run(rows, 1), engine.run(rows, 1), engine.run(rows, 1)]);
    for (const batch of batches) expect(batch).toEqual(expected);
    expect(cpu.sizes).toEqual([32, 32, 32]);
    expect(notices).toHaveLength(1);
  });

  it("throws what fails on the CPU with a single text, and what fails with its thread", async () => {
    await expect(open(new FrailEngine("cpu", () => true)).run(rows, 1)).rejects.toThrow("out of memory");
    await expect(open(new FrailEngine("cpu", (_, engine) => !(engine.alive = false))).run(rows, 1)).rejects.toThrow("out of memory");
  });

  it("does not take an abort for a failure", async () => {
    const stop = new AbortController();
    const gpu = new FrailEngine("cuda", () => (stop.abort(), true));
    await expect(open(gpu).run(rows, 1, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(notices).toEqual([]);
  });

  it("closes every engine that it used", async () => {
    const gpu = new FrailEngine("cuda", () => true);
    const engine = open(gpu);
    await engine.run(rows, 1);
    await engine.close();
    expect([gpu.closed, cpu.closed]).toEqual([true, true]);
  });
});
