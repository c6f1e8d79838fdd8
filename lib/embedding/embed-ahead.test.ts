import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { embedAhead } from "./embed-ahead";

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
};
const prepare = (items: number[]): Promise<number[]> => Promise.resolve(items);
const run = (items: number[]): Promise<Float32Array> => Promise.resolve(Float32Array.from(items));

/** Chunks [0], [1], … that note how far they were pulled and whether they were told to stop. */
function source(count: number) {
  const seen = { pulled: 0, closed: false };
  async function* chunks(): AsyncGenerator<number[]> {
    try {
      for (let i = 0; i < count; i++) {
        await setImmediate();
        seen.pulled++;
        yield [i];
      }
    } finally {
      seen.closed = true;
    }
  }
  return { seen, chunks: chunks() };
}

/** A run whose end the test decides. */
function heldRun() {
  let finish = (): void => undefined;
  const gate = new Promise<void>((resolve) => (finish = resolve));
  return { finish, run: async (items: number[]) => gate.then(() => Float32Array.from(items)) };
}

describe("a stream of chunks", () => {
  it("keeps order and pairs items with their vectors", async () => {
    const got: number[][] = [];
    for await (const { items, vectors } of embedAhead(source(6).chunks, { prepare, run })) got.push([...items, ...vectors]);
    expect(got).toEqual([0, 1, 2, 3, 4, 5].map((i) => [i, i]));
  });

  it("holds at most two chunks", async () => {
    const { seen, chunks } = source(10);
    let taken = 0;
    for await (const { items } of embedAhead(chunks, { prepare, run })) {
      taken += items.length;
      await settle();
      expect(seen.pulled).toBe(Math.min(taken + 1, 10));
    }
    expect(taken).toBe(10);
  });

  it("prepares the next chunk while one runs, and no more", async () => {
    const { chunks, seen } = source(10);
    const held = heldRun();
    const prepared: number[] = [];
    const stream = embedAhead(chunks, { run: held.run, prepare: async (items) => (prepared.push(...items), prepare(items)) });
    const first = stream.next();
    await settle();
    expect(prepared).toEqual([0, 1]);
    expect(seen.pulled).toBe(2);
    held.finish();
    expect((await first).value).toEqual({ items: [0], vectors: Float32Array.of(0) });
    await stream.return(undefined);
  });

  it("runs the next chunk while the caller works on one", async () => {
    const ran: number[] = [];
    const stream = embedAhead(source(3).chunks, { prepare, run: async (items) => (ran.push(...items), run(items)) });
    await stream.next();
    await settle();
    expect(ran).toEqual([0, 1]);
    await stream.return(undefined);
  });

  it("is empty without chunks, and pulls nothing before it is read", async () => {
    expect(await embedAhead(source(0).chunks, { prepare, run }).next()).toEqual({ done: true, value: undefined });
    const { seen, chunks } = source(1);
    embedAhead(chunks, { prepare, run });
    await settle();
    expect(seen.pulled).toBe(0);
  });

  it("closes its source when the caller stops early", async () => {
    const { seen, chunks } = source(10);
    for await (const { items } of embedAhead(chunks, { prepare, run })) if (items[0] === 2) break;
    expect(seen.closed).toBe(true);
    expect(seen.pulled).toBeLessThanOrEqual(4);
  });
});

describe("a stream that fails", () => {
  const failing = { run: () => Promise.reject(new Error("run")), prepare: () => Promise.reject(new Error("prepare")) };

  it.each([["run", { prepare, run: failing.run }], ["prepare", { prepare: failing.prepare, run }]])("throws what %s threw, and closes its source", async (message, steps) => {
    const { seen, chunks } = source(5);
    await expect(embedAhead(chunks, steps).next()).rejects.toThrow(message);
    expect(seen.closed).toBe(true);
  });

  it("gives the chunks read before its source failed", async () => {
    async function* broken(): AsyncGenerator<number[]> {
      yield* source(2).chunks;
      throw new Error("source");
    }
    const stream = embedAhead(broken(), { prepare, run });
    for (const i of [0, 1]) expect(await stream.next()).toEqual({ done: false, value: { items: [i], vectors: Float32Array.of(i) } });
    await settle();
    await expect(stream.next()).rejects.toThrow("source");
  });
});

describe("a stream that is aborted", () => {
  it("throws AbortError at the next chunk and closes its source", async () => {
    const stop = new AbortController();
    const { seen, chunks } = source(10);
    const stream = embedAhead(chunks, { prepare, run }, stop.signal);
    await stream.next();
    await settle();
    stop.abort();
    await expect(stream.next()).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual({ pulled: 2, closed: true });
  });

  it("reads nothing when the signal was aborted before", async () => {
    const { seen, chunks } = source(10);
    await expect(embedAhead(chunks, { prepare, run }, AbortSignal.abort()).next()).rejects.toMatchObject({ name: "AbortError" });
    expect(seen.pulled).toBe(0);
  });

  it("does not wait for a source that never gives its next chunk", async () => {
    const stop = new AbortController();
    const silent: AsyncIterable<number[]> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined), return: () => new Promise(() => undefined) }) };
    const first = embedAhead(silent, { prepare, run }, stop.signal).next();
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
  });
});
