import { expect, it } from "vitest";
import { packRows, unpackRows } from "./token-rows";

it("keeps rows of any length through packing", () => {
  const rows = [[0, 7, 2], [], [0, 2], [5]];
  expect(unpackRows(packRows(rows)).map((row) => [...row])).toEqual(rows);
  expect(unpackRows(packRows([]))).toEqual([]);
});
