import { describe, expect, it } from "vitest";
import { WHOLE_MAP } from "../_view/view";
import { labelText, levelFor, placeLabels } from "./place-labels";

const frame = { width: 648, height: 648 };
const label = (x: number, y: number, count: number, word: string) => ({ x, y, count, words: { en: [word, "more", "most"], ja: [`${word}の日本語`] } });
const measure = (text: string, size: number) => (text.length * size) / 2;

describe("the level of labels", () => {
  const levels = [4, 0, 2].map((zoom) => ({ zoom, labels: [label(0.5, 0.5, zoom, `level ${zoom}`)] }));

  it.each([[-0.5, 0], [0, 0], [1.4, 0], [1.5, 2], [3.4, 2], [3.6, 4], [9, 4]])("at zoom %d is that of zoom %d", (zoom, expected) => {
    expect(levelFor({ levels }, zoom)[0]?.count).toBe(expected);
  });

  it("is empty where there are no labels", () => {
    expect(levelFor({ levels: [] }, 3)).toEqual([]);
  });
});

describe("a label", () => {
  it("speaks the language of the interface, else another", () => {
    expect(labelText(label(0, 0, 1, "dog"), "en")).toBe("dog, more");
    expect(labelText({ words: { en: [], ja: ["犬", "海"] } }, "en")).toBe("犬, 海");
    expect(labelText({ words: { ja: ["犬", "海", "猫"] } }, "ja")).toBe("犬・海");
    expect(labelText({ words: {} }, "ja")).toBe("");
  });
});

describe("placed labels", () => {
  it("stand at the middle of their regions", () => {
    expect(placeLabels([label(0.5, 0.75, 3, "dog")], WHOLE_MAP, frame, "en", measure)).toMatchObject([{ left: 324, top: 174, text: "dog, more" }]);
  });

  it("do not cover each other: the larger region speaks", () => {
    const placed = placeLabels([label(0.5, 0.5, 3, "small"), label(0.51, 0.5, 30, "large"), label(0.5, 0.9, 1, "far")], WHOLE_MAP, frame, "en", measure);
    expect(placed.map(({ text }) => text)).toEqual(["large, more", "far, more"]);
  });

  it("both appear once there is room between them", () => {
    const labels = [label(0.5, 0.5, 3, "small"), label(0.51, 0.5, 30, "large")];
    expect(placeLabels(labels, { x: 0.505, y: 0.5, zoom: 5 }, frame, "en", measure)).toHaveLength(2);
  });

  it("stay within the frame and off what is taken", () => {
    expect(placeLabels([label(0.5, 0.5, 1, "gone")], { x: 0.9, y: 0.5, zoom: 2 }, frame, "en", measure)).toEqual([]);
    expect(placeLabels([label(0.5, 0.5, 1, "hidden")], WHOLE_MAP, frame, "en", measure, [{ left: 300, top: 300, width: 50, height: 50 }])).toEqual([]);
  });
});
