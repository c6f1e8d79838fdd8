import { describe, expect, it } from "vitest";
import { openWordReader } from "./words";

const stems = async (text: string) => (await openWordReader())(text).map(({ stem }) => stem);

describe("the words of a text", () => {
  it.each([
    ["一匹の犬が海辺を走っています", ["犬", "海辺", "走る"]],
    ["水鳥たちが泳いでいる", ["水鳥", "泳ぐ"]],
    ["この写真の旅客船は大きい", ["写真", "旅客船", "大きい"]],
    ["ｲﾇがいる", ["イヌ"]],
  ])("of %s are its words of content, verbs in the form of a dictionary", async (text, words) => {
    expect(await stems(text)).toEqual(words);
  });

  it("of English are stems, without function words", async () => {
    expect(await stems("The dogs are running over a Snowbank")).toEqual(["dog", "run", "snowbank"]);
  });

  it("of both scripts in one text are found, numbers too", async () => {
    expect(await stems("Ｎｉｋｅの靴とT-shirtを着た 23")).toEqual(["靴", "着る", "nike", "shirt", "23"]);
  });
});
