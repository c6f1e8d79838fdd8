import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { chooseQuestions } from "./choose-questions";
import { rankOwnImage } from "./rank-own-image";
import { retrievalFigures } from "./retrieval-figures";

/** Rows of two dimensions, by image, language (0 or 1) and angle in degrees. */
function generationOf(...rows: [image: number, language: number, angle: number][]): LoadedGeneration {
  const angles = rows.map(([, , angle]) => (angle * Math.PI) / 180);
  return {
    manifest: { count: rows.length, languages: ["en", "ja"], model: { dimensions: 2 } },
    vectors: Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])),
    labels: { captionIds: Uint32Array.from(rows, (_, i) => 10 + i), imageIds: Uint32Array.from(rows, ([image]) => image), languages: Uint16Array.from(rows, ([, language]) => language), collections: new Uint16Array(rows.length) },
  } as unknown as LoadedGeneration;
}

describe("questions", () => {
  const generation = generationOf([1, 0, 0], [1, 0, 1], [1, 1, 2], [2, 0, 3], [2, 1, 4], [3, 0, 5], [4, 1, 6], [4, 1, 7]);
  const choose = (from: number, to: number, most = 10) => chooseQuestions(generation, { from, to }, most, seededRandom(0));
  const imagesOf = (rows: number[]) => rows.map((row) => generation.labels.imageIds[row]).sort();

  it("are one caption of each image that has captions to find", () => {
    expect(imagesOf(choose(0, 1).rows)).toEqual([1, 2]);
    expect(imagesOf(choose(0, 0).rows)).toEqual([1]);
    expect(imagesOf(choose(1, 1).rows)).toEqual([4]);
  });

  it("are as many as are wanted, of all images that could be asked", () => {
    expect(choose(0, 1, 1)).toMatchObject({ images: 2, rows: { length: 1 } });
  });
});

describe("a query's rank", () => {
  it("is the place of its image among images, each by its nearest caption", () => {
    // Image 2 has two captions before the right one, and image 3 one: that is two images.
    const generation = generationOf([1, 0, 0], [1, 0, 40], [2, 0, 5], [2, 0, 10], [3, 0, 20], [4, 0, 60]);
    const ranking = rankOwnImage(generation, 0, Uint32Array.of(0, 1, 2, 3, 4, 5));
    expect(ranking).toMatchObject({ rank: 3, right: { row: 1 }, best: { row: 2 } });
    expect(ranking.right.score).toBeCloseTo(Math.cos((40 * Math.PI) / 180), 6);
  });

  it("is 1 where the image is as near as any", () => {
    expect(rankOwnImage(generationOf([1, 0, 0], [1, 0, 10], [2, 0, 10]), 0, Uint32Array.of(0, 1, 2)).rank).toBe(1);
  });

  it("leaves out what may not be found", () => {
    expect(rankOwnImage(generationOf([1, 0, 0], [1, 1, 30], [2, 0, 1], [3, 1, 45]), 0, Uint32Array.of(1, 3)).rank).toBe(1);
  });
});

it("ranks come to recall, mean reciprocal rank and median", () => {
  const figures = retrievalFigures([1, 1, 2, 4, 20], 0);
  const values = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, Number(value.toFixed(4))]));
  expect(values).toEqual({ recall1: 0.4, recall5: 0.8, recall10: 0.8, mrr: 0.56, medianRank: 2 });
  for (const { value, low, high } of Object.values(figures)) expect(low <= value && value <= high).toBe(true);
});
