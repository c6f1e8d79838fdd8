import { describe, expect, it } from "vitest";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { CaptionFolder } from "./fold-captions";

/** Vectors in the plane at these angles, in degrees. */
function generationOf(rows: [angle: number, language: number][]): LoadedGeneration {
  const vectors = Float32Array.from(rows.flatMap(([angle]) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]));
  return { vectors, labels: { languages: Uint8Array.from(rows, ([, language]) => language) }, manifest: { model: { dimensions: 2 } } } as unknown as LoadedGeneration;
}

describe("CaptionFolder", () => {
  it("folds rows of one language that say the same into the first of them", () => {
    const folder = new CaptionFolder(generationOf([[0, 0], [5, 0], [30, 0], [3, 1], [8, 0], [31, 0]]));
    expect([0, 1, 2, 3, 4, 5].map((row) => folder.fold(row))).toEqual([0, 0, 2, 3, 0, 2]);
    expect(folder.foldedInto(0)).toEqual([1, 4]);
    expect(folder.foldedInto(3)).toEqual([]);
  });
});
