import { describe, expect, it } from "vitest";
import { placeCaptions, shorten } from "./place-captions";

const frame = { width: 600, height: 400 };

describe("captions beside their points", () => {
  it("stand to the right, and to the left where there is no room", () => {
    expect(placeCaptions([{ left: 100, top: 50 }, { left: 560, top: 200 }], ["a dog runs", "a cat sleeps"], frame)).toMatchObject([
      { index: 0, text: "a dog runs", anchor: "start", left: 110 },
      { index: 1, text: "a cat sleeps", anchor: "end", left: 550 },
    ]);
  });

  it("cover neither each other nor other points", () => {
    const near = placeCaptions([{ left: 300, top: 100 }, { left: 320, top: 102 }], ["the first one of them", "the second one of them"], frame);
    expect(near.map(({ index, anchor }) => [index, anchor])).toEqual([[0, "end"], [1, "start"]]);
    const crowd = Array.from({ length: 9 }, (_, i) => ({ left: 280 + 20 * (i % 3), top: 100 + 8 * Math.floor(i / 3) }));
    expect(placeCaptions(crowd, crowd.map(() => "some words about a picture"), frame).length).toBeLessThan(9);
  });

  it("are cut where they are long, by the width of their letters", () => {
    expect(shorten("海で遊ぶ犬", 100).text).toBe("海で遊ぶ犬");
    expect(shorten("海辺で遊ぶ犬と子どもたち", 100).text).toBe("海辺で遊ぶ犬と…");
    expect(shorten("a dog plays by the sea", 100).text).toBe("a dog plays b…");
  });
});
