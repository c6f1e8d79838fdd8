import { expect, it } from "vitest";
import { placePieces } from "./place-pieces";

const lower = (character: string) => character.normalize("NFKC").toLowerCase();
const bytes = (piece: string | null) => (piece === null ? null : Buffer.from(piece));
const placed = (text: string, pieces: (string | null)[]) => placePieces(text, pieces.map(bytes), lower).map(({ start, end }) => [start, end]);

it("gives each piece its characters, whatever white space stands between them", () => {
  expect(placed("  A  dog\nruns", ["", "a", "dog", "run", "s", ""])).toEqual([[2, 2], [2, 3], [5, 8], [9, 12], [12, 13], [13, 13]]);
});

it("gives all pieces of one character its place", () => {
  expect(placed("は㍿で", ["は", "株式", "会社", "で"])).toEqual([[0, 1], [1, 2], [1, 2], [2, 3]]);
});

it("places pieces of single bytes at the characters that they are of", () => {
  const [first, ...rest] = Buffer.from("犬");
  expect(placePieces("a犬", [Buffer.from("a"), Buffer.from([first!]), Buffer.from(rest)], lower)).toEqual([{ start: 0, end: 1 }, { start: 1, end: 2 }, { start: 1, end: 2 }]);
});

it("gives unknown pieces all up to the next one that is found", () => {
  expect(placed("a 🐕‍🦺 𠮟 b", ["a", null, null, "", "b"])).toEqual([[0, 1], [2, 10], [2, 10], [11, 11], [11, 12]]);
  expect(placed("a 🐕", ["a", null])).toEqual([[0, 1], [2, 4]]);
});

it("goes on behind what no piece stands for", () => {
  expect(placed("dog [x] cat", ["dog", "cat"])).toEqual([[0, 3], [8, 11]]);
});
