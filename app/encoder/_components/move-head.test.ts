import { expect, it } from "vitest";
import { moveHead } from "./move-head";

const from = { layer: 3, head: 7 };

it.each([["ArrowUp", { layer: 2, head: 7 }], ["ArrowDown", { layer: 4, head: 7 }], ["ArrowLeft", { layer: 3, head: 6 }], ["ArrowRight", { layer: 3, head: 8 }], ["Home", { layer: 3, head: 1 }], ["End", { layer: 3, head: 12 }]])("%s leads to %j", (key, to) => {
  expect(moveHead(from, key, 12, 12)).toEqual(to);
});

it("stays among the heads and leaves other keys alone", () => {
  expect([moveHead({ layer: 1, head: 1 }, "ArrowUp", 12, 12), moveHead({ layer: 12, head: 12 }, "ArrowRight", 12, 12), moveHead(from, "Enter", 12, 12)]).toEqual([null, null, null]);
});
