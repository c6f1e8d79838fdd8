import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { placeTexts, SIDE, widthOf } from "./place-texts";

const random = seededRandom(1);
const crowd = Array.from({ length: 40 }, (_, i) => ({ x: 0.3 + 0.4 * random(), y: 0.3 + 0.4 * random(), text: i % 2 === 0 ? "海で遊ぶ犬がいます。" : "A dog plays in the sea." }));

describe("texts beside points", () => {
  it("stands above its point where nothing is in the way", () => {
    const [only] = placeTexts([{ x: 0.5, y: 0.5, text: "犬" }]);
    expect(only?.x).toBe(0.5);
    expect(only?.y).toBeGreaterThan(0.5);
    expect(only?.y).toBeLessThan(0.52);
  });

  it("never cover each other, and most have room", () => {
    const texts = placeTexts(crowd);
    expect(texts.length).toBeGreaterThan(20);
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(i + 1)) {
        const apart = Math.abs(a.x - b.x) * SIDE >= (widthOf(a.text) + widthOf(b.text)) / 2 - 1e-6 || Math.abs(a.y - b.y) * SIDE >= 16 - 1e-6;
        expect(apart, `${a.text} and ${b.text}`).toBe(true);
      }
    }
  });

  it("stay within the picture, beneath a point at its upper border and beside its sides", () => {
    const texts = placeTexts([{ x: 0, y: 0.5, text: "左" }, { x: 1, y: 0.5, text: "a long caption at the right" }, { x: 0.5, y: 1, text: "上" }]);
    expect(texts).toHaveLength(3);
    for (const { x, text } of texts) {
      expect(x * SIDE - widthOf(text) / 2).toBeGreaterThanOrEqual(-1e-6);
      expect(x * SIDE + widthOf(text) / 2).toBeLessThanOrEqual(SIDE + 1e-6);
    }
    expect(texts[2]?.y).toBeLessThan(0.99);
  });
});
