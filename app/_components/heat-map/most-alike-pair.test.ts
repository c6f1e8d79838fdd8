import { expect, it } from "vitest";
import { mostAlikePair } from "./most-alike-pair";

it("finds the most similar pair of different captions, passing over what is not in the index", () => {
  expect(mostAlikePair([[1, 0.2, 0.7], [0.2, 1, 0.9], [0.7, 0.9, 1]])).toEqual({ row: 1, column: 2 });
  expect(mostAlikePair([[1, null, -0.3], [null, null, null], [-0.3, null, 1]])).toEqual({ row: 0, column: 2 });
  expect(mostAlikePair([[null, null], [null, null]])).toEqual({ row: 0, column: 1 });
});
