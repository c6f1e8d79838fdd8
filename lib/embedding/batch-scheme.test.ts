import { describe, expect, it } from "vitest";
import { type BatchScheme, SchemeSearch } from "./batch-scheme";

const scheme = (batchTokens: number, workers = 1): BatchScheme => ({ workers, batchTokens });

/** Feeds a search with batches of a device that computes `rate(scheme)` tokens a millisecond on each worker, until it settles. */
function settle(search: SchemeSearch, rate: (scheme: BatchScheme) => number): BatchScheme[] {
  const tried: BatchScheme[] = [];
  for (let batches = 0; batches < 10_000 && !search.settled; batches++) {
    const { current } = search;
    if (tried.at(-1) !== current) tried.push(current);
    search.record(current, current.batchTokens, current.batchTokens / rate(current));
  }
  return tried;
}

describe("the search for the fastest batches", () => {
  it("tries larger batches while they gain, and stays with the best", () => {
    const search = new SchemeSearch([scheme(1024), scheme(2048), scheme(4096), scheme(8192)]);
    const tried = settle(search, ({ batchTokens }) => (batchTokens <= 2048 ? batchTokens : 1500));
    expect(tried.map(({ batchTokens }) => batchTokens)).toEqual([1024, 2048, 4096, 8192]);
    expect(search.current.batchTokens).toBe(2048);
  });

  it("tries no further once two trials gained nothing", () => {
    const search = new SchemeSearch([scheme(128), scheme(256), scheme(512), scheme(64), scheme(32)]);
    expect(settle(search, () => 10)).toHaveLength(3);
    expect(search.current.batchTokens).toBe(128);
  });

  it("takes a gain of less than a twentieth for noise", () => {
    const search = new SchemeSearch([scheme(128), scheme(256)]);
    settle(search, ({ batchTokens }) => (batchTokens === 256 ? 10.4 : 10));
    expect(search.current.batchTokens).toBe(128);
  });

  it("counts what all workers do together", () => {
    const search = new SchemeSearch([scheme(128, 8), scheme(128, 4)]);
    settle(search, ({ workers }) => (workers === 8 ? 3 : 7));
    expect(search.current.workers).toBe(4);
  });

  it("tries no scheme whose batches would take longer than five seconds", () => {
    const search = new SchemeSearch([scheme(16), scheme(4096), scheme(64)]);
    expect(settle(search, () => 0.1).map(({ batchTokens }) => batchTokens)).toEqual([16, 64]);
  });

  it("passes over what was measured under an earlier scheme", () => {
    const search = new SchemeSearch([scheme(128), scheme(256)]);
    const [first] = settle(search, ({ batchTokens }) => batchTokens);
    search.record(first as BatchScheme, 1e9, 1);
    expect(search.current.batchTokens).toBe(256);
  });

  it("goes back to the best scheme that fits where batches are too large for the device", () => {
    const search = new SchemeSearch([scheme(1024), scheme(2048), scheme(4096)]);
    const rate = () => 1;
    while (search.current.batchTokens === 1024) search.record(search.current, 1024, 1024 / rate());
    search.limitTokens(1500);
    expect(search.current.batchTokens).toBe(1024);
    expect(search.settled).toBe(true);
  });

  it("halves on where not even the first scheme fits, down to one token", () => {
    const search = new SchemeSearch([scheme(1024), scheme(2048)]);
    search.limitTokens(512);
    expect(search.current.batchTokens).toBe(512);
    search.limitTokens(0);
    expect(search.current.batchTokens).toBe(1);
  });
});
