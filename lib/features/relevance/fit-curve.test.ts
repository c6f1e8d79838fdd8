import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { fitCurve } from "./fit-curve";
import type { Hit } from "./hit";
import { measureReliability } from "./measure-reliability";
import { leastCosine, readCurve, relevanceOf } from "./relevance-of";
import type { Calibration, RelevanceCurve } from "./relevance-types";

/** Hits of which the share cosine² shows the image. */
function someHits(count: number, seed: number): Hit[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const cosine = random();
    return { cosine, isSame: random() < cosine ** 2 };
  });
}

const calibration = (curves: RelevanceCurve[]): Calibration => ({
  formatVersion: 1, createdAt: "2026-12-01T00:00:00.000Z", seed: 0, seconds: 1, closeFrom: null,
  pairs: [{ query: "ja", caption: "en", queries: 90, images: 30, curves, reliability: null, reason: null }],
});
const asking = { queryLanguage: "ja", captionLanguage: "en", length: 30 };

describe("fitCurve", () => {
  it("finds the share that hits were drawn by, and never falls", () => {
    const curve = fitCurve(someHits(50_000, 1))!;
    for (const cosine of [0.1, 0.3, 0.5, 0.7, 0.9]) expect(readCurve(curve, cosine)).toBeCloseTo(cosine ** 2, 1);
    expect(curve.shares).toEqual([...curve.shares].sort((a, b) => a - b));
    expect(curve.cosines).toEqual([...curve.cosines].sort((a, b) => a - b));
  });

  it("is not certain where all of a few hits are right", () => {
    const { shares } = fitCurve(Array.from({ length: 60 }, (_, i) => ({ cosine: i / 60, isSame: true })))!;
    expect(shares).toHaveLength(1);
    expect(shares[0]).toBeLessThan(0.995);
  });

  it("keeps hits of one cosine together", () => {
    const hits = [...Array.from({ length: 80 }, (_, i) => ({ cosine: 1, isSame: i < 40 })), ...Array.from({ length: 80 }, () => ({ cosine: 0.2, isSame: false }))];
    expect(fitCurve(hits)).toMatchObject({ cosines: [0.2, 1], shares: [expect.closeTo(0.5 / 81, 5) as number, 0.5] });
  });

  it("tells nothing of fewer hits than a share can be told of", () => {
    expect(fitCurve(someHits(49, 1))).toBeNull();
  });
});

describe("measureReliability", () => {
  const curves = [{ longest: null, ...fitCurve(someHits(20_000, 1))! }];
  const found = (hits: Hit[]) => [{ length: 30, hits: hits.slice(0, 100) }, { length: 40, hits: hits.slice(100) }];

  it("finds a true curve true for other hits, and better than always telling the prior", () => {
    const measured = measureReliability(curves, found(someHits(20_000, 2)))!;
    expect(measured).toMatchObject({ queries: 2, hits: 20_000, prior: expect.closeTo(1 / 3, 2) as number });
    expect(measured.ece).toBeLessThan(0.02);
    expect(measured.brier).toBeLessThan(0.8 * measured.brierOfPrior);
    expect(measured.bins.reduce((sum, { hits }) => sum + hits, 0)).toBe(20_000);
  });

  it("finds a curve wrong for hits that are drawn by another share", () => {
    const others = someHits(5000, 3).map(({ cosine, isSame }) => ({ cosine, isSame: !isSame }));
    expect(measureReliability(curves, found(others))!.ece).toBeGreaterThan(0.3);
  });

  it("says nothing without hits or curves", () => {
    expect(measureReliability([], found(someHits(200, 1)))).toBeNull();
    expect(measureReliability(curves, [])).toBeNull();
  });
});

describe("relevanceOf and leastCosine", () => {
  const known = calibration([{ longest: 10, cosines: [0.2], shares: [0.3] }, { longest: null, cosines: [0.2, 0.6, 0.8], shares: [0.01, 0.1, 0.5] }]);

  it("read the curve straight between its points and level beyond them", () => {
    const of = (cosine: number) => relevanceOf(known, { cosine, ...asking });
    expect([-1, 0.2, 0.4, 0.7, 0.8, 1].map(of)).toEqual([0.01, 0.01, expect.closeTo(0.055), expect.closeTo(0.3), 0.5, 0.5]);
  });

  it("read it backwards: the least cosine has the relevance that was asked for", () => {
    for (const relevance of [0.02, 0.1, 0.3, 0.5]) expect(relevanceOf(known, { cosine: leastCosine(known, relevance, asking)!, ...asking })).toBeCloseTo(relevance, 9);
    expect(leastCosine(known, 0, asking)).toBe(-1);
    expect(leastCosine(known, 0.6, asking)).toBeNull();
  });

  it("take the curve for the query's length", () => {
    expect([4, 10, 11].map((length) => relevanceOf(known, { cosine: 0.8, ...asking, length }))).toEqual([0.3, 0.3, 0.5]);
  });

  it("tell nothing of languages that no image has both of, or without a calibration", () => {
    expect(relevanceOf(known, { cosine: 0.9, ...asking, queryLanguage: "en" })).toBeNull();
    expect(relevanceOf(null, { cosine: 0.9, ...asking })).toBeNull();
    expect(leastCosine(null, 0.1, asking)).toBeNull();
  });
});
