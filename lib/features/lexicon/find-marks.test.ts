import { describe, expect, it } from "vitest";
import { findMarks } from "./find-marks";
import { readQueryWords } from "./query-words";

const marked = async (query: string, text: string) => findMarks(text, await readQueryWords(query)).map(([start, end]) => text.slice(start, end));

describe("findMarks", () => {
  it.each([
    ["running dog", "Two Dogs run past a running man", ["Dogs", "run", "running"]],
    ["船", "旅客船と船舶が港にある", ["船", "船"]],
    ["走る犬", "白い犬が走っている", ["犬", "走"]],
    ["いぬ", "黒いイヌがいる", ["イヌ"]],
    ["イヌ", "大きなｲﾇと㍿", ["ｲﾇ"]],
    ["ガラス", "①ｶﾞﾗｽの皿", ["ｶﾞﾗｽ"]],
    ["dog", "ＤＯＧと犬", ["ＤＯＧ"]],
    ["zebra", "A dog", []],
  ])("%s marks its words in %s", async (query, text, words) => {
    expect(await marked(query, text)).toEqual(words);
  });
});
