import { expect, it } from "vitest";
import { moveCell } from "./move-cell";

const cell = { row: 1, column: 2 };

it.each([["ArrowUp", { row: 0, column: 2 }], ["ArrowDown", { row: 2, column: 2 }], ["ArrowLeft", { row: 1, column: 1 }], ["ArrowRight", { row: 1, column: 3 }], ["Home", { row: 1, column: 0 }], ["End", { row: 1, column: 3 }]])("%s leads to %j", (key, to) => {
  expect(moveCell(cell, key, false, 4)).toEqual(to);
});

it("goes to the corners with Ctrl", () => {
  expect(moveCell(cell, "Home", true, 4)).toEqual({ row: 0, column: 0 });
  expect(moveCell(cell, "End", true, 4)).toEqual({ row: 3, column: 3 });
});

it("stays inside the grid and leaves other keys alone", () => {
  expect(moveCell({ row: 0, column: 0 }, "ArrowUp", false, 4)).toBeNull();
  expect(moveCell({ row: 3, column: 3 }, "ArrowRight", false, 4)).toBeNull();
  expect(moveCell(cell, "Enter", false, 4)).toBeNull();
});
