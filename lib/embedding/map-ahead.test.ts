import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { mapAhead } from "./map-ahead";

const settle = async (turns = 5): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
};
const double = (chunk: number[]): Promise<number[]> => Promise.resolve(chunk.map((value) => 2 * value));

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

/** Work whose end the test decides. */
function heldWork() {
  let finish = (): void => undefined;
  const gate = new Promise<void>((resolve) => (finish = resolve));
  const begun: number[] = [];
  return { finish, begun, work: async (chunk: number[]) => (begun.push(...chunk), await gate, chunk) };
}

describe("mapAhead", () => {
  it.each([1, 3])("gives the results in order (%i at once)", async (most) => {
    const got: number[] = [];
    // The later chunks are done first.
    const work = async ([value = 0]: number[]) => {
      for (let turn = value; turn < 6; turn++) await setImmediate();
      return 2 * value;
    };
    for await (const result of mapAhead(source(6).chunks, most, work)) got.push(result);
    expect(got).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it.each([1, 2, 4])("works on at most %i chunks, whether the caller waits or is busy", async (most) => {
    const { chunks, seen } = source(10);
    const held = heldWork();
    const stream = mapAhead(chunks, most, held.work);
    const first = stream.next();
    await settle(20);
    expect(held.begun).toHaveLength(most);
    expect(seen.pulled).toBe(most);
    held.finish();
    await first;
    await settle(20);
    expect(seen.pulled).toBe(most + 1);
    await stream.return(undefined);
  });

  it("is empty without chunks, and pulls nothing before it is read", async () => {
    expect(await mapAhead(source(0).chunks, 2, double).next()).toEqual({ done: true, value: undefined });
    const { seen, chunks } = source(1);
    mapAhead(chunks, 2, double);
    await settle();
    expect(seen.pulled).toBe(0);
  });

  it("closes its source when the caller stops early", async () => {
    const { seen, chunks } = source(10);
    for await (const [value] of mapAhead(chunks, 2, double)) if (value === 4) break;
    expect(seen.closed).toBe(true);
    expect(seen.pulled).toBeLessThanOrEqual(5);
  });
});

describe("a stream that fails", () => {
  it("throws what the work threw, starts nothing more, and closes its source", async () => {
    const { seen, chunks } = source(9);
    const stream = mapAhead(chunks, 2, ([value]) => (value === 1 ? Promise.reject(new Error("work")) : double([value ?? 0])));
    expect((await stream.next()).value).toEqual([0]);
    await expect(stream.next()).rejects.toThrow("work");
    expect(seen.closed).toBe(true);
    expect(seen.pulled).toBeLessThanOrEqual(4);
  });

  it("gives the results of what was read before its source failed", async () => {
    async function* broken(): AsyncGenerator<number[]> {
      yield* source(2).chunks;
      throw new Error("source");
    }
    const stream = mapAhead(broken(), 3, double);
    for (const i of [0, 1]) expect(await stream.next()).toEqual({ done: false, value: [2 * i] });
    await expect(stream.next()).rejects.toThrow("source");
  });
});

describe("a stream that is aborted", () => {
  it("throws AbortError at the next result and closes its source", async () => {
    const stop = new AbortController();
    const { seen, chunks } = source(10);
    const stream = mapAhead(chunks, 2, double, stop.signal);
    await stream.next();
    await settle();
    stop.abort();
    await expect(stream.next()).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual({ pulled: 3, closed: true });
  });

  it("reads nothing when the signal was aborted before", async () => {
    const { seen, chunks } = source(10);
    await expect(mapAhead(chunks, 2, double, AbortSignal.abort()).next()).rejects.toMatchObject({ name: "AbortError" });
    expect(seen.pulled).toBe(0);
  });

  it("does not wait for a source that never gives its next chunk", async () => {
    const stop = new AbortController();
    const silent: AsyncIterable<number[]> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined), return: () => new Promise(() => undefined) }) };
    const first = mapAhead(silent, 2, double, stop.signal).next();
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
  });
});
