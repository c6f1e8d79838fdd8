import { describe, expect, it } from "vitest";
import { readQueryText } from "./query-text";

describe("readQueryText", () => {
  it("takes a query without marks as it is", () => {
    expect(readQueryText("a man riding a T-shirt-clad horse")).toEqual({ meaning: "a man riding a T-shirt-clad horse", phrases: [], excluded: [] });
    expect(readQueryText("海で遊ぶ犬")).toEqual({ meaning: "海で遊ぶ犬", phrases: [], excluded: [] });
  });

  it.each([
    ['dog "red ball" -snow', { meaning: "dog red ball", phrases: ["red ball"], excluded: ["snow"] }],
    ["山　−雪", { meaning: "山", phrases: [], excluded: ["雪"] }],
    ["山 －雪", { meaning: "山", phrases: [], excluded: ["雪"] }],
    ["“赤い傘” 犬", { meaning: "赤い傘 犬", phrases: ["赤い傘"], excluded: [] }],
    ['dog -"red ball"', { meaning: "dog", phrases: [], excluded: ["red ball"] }],
    ["-雪", { meaning: "", phrases: [], excluded: ["雪"] }],
    ['"on the beach', { meaning: "on the beach", phrases: ["on the beach"], excluded: [] }],
    ['"" cat', { meaning: "cat", phrases: [], excluded: [] }],
    ["cat - dog", { meaning: "cat - dog", phrases: [], excluded: [] }],
    ["--cat", { meaning: "--cat", phrases: [], excluded: [] }],
  ])("reads %s", (text, query) => {
    expect(readQueryText(text)).toEqual(query);
  });
});
