import { describe, expect, it } from "vitest";
import type { Manifest } from "@/lib/vector-index/generation";
import { measureAgreement } from "./measure-agreement";

/** Three alike captions in the plane, and one across. */
const angles = [0, 0.1, 0.2, 1.5];
const generation = { vectors: Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])), manifest: { model: { dimensions: 2 } } as Manifest };

describe("measureAgreement", () => {
  it("gives all cosines, their mean without the diagonal, and the odd one out", () => {
    const { similarities, cohesion, oddOneOut } = measureAgreement(generation, [0, 1, 2, 3]);
    expect(similarities[0]?.[1]).toBe(Number(Math.cos(0.1).toFixed(4)));
    expect(similarities[2]?.[2]).toBe(1);
    const pairs = angles.flatMap((a, i) => angles.filter((_, j) => j !== i).map((b) => Math.cos(a - b)));
    expect(cohesion).toBeCloseTo(pairs.reduce((sum, value) => sum + value, 0) / 12, 3);
    expect(oddOneOut?.index).toBe(3);
  });

  it("leaves captions out that are not in the index yet", () => {
    const { similarities, oddOneOut } = measureAgreement(generation, [0, null, 2, 3]);
    expect(similarities[1]).toEqual([null, null, null, null]);
    expect(oddOneOut?.index).toBe(3);
  });

  it("says nothing of one caption's agreement, and of two names none as odd", () => {
    expect(measureAgreement(generation, [0])).toEqual({ similarities: [[1]], cohesion: null, oddOneOut: null });
    expect(measureAgreement(generation, [0, 1])).toMatchObject({ oddOneOut: null, cohesion: Number(Math.cos(0.1).toFixed(4)) });
    expect(measureAgreement(generation, [])).toEqual({ similarities: [], cohesion: null, oddOneOut: null });
  });
});
