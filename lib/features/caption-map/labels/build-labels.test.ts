import { describe, expect, it } from "vitest";
import { seededNormal } from "@/lib/core/random";
import { frameOf } from "../frame";
import type { RegionLabel } from "../map-types";
import { readCaptionWords } from "../words/read-caption-words";
import { buildLabels } from "./build-labels";

interface Scene {
  x: number;
  y: number;
  texts: Record<string, string[]>;
}

const scenes: Scene[] = [
  { x: 0, y: 0, texts: { en: ["A man surfing on a wave", "A surfer in the ocean on a wave"], ja: ["波に乗るサーファー", "男性が海でサーフィンをしている"] } },
  { x: 20, y: 3, texts: { en: ["A cat sleeping on a bed", "A man and a white cat"], ja: ["猫がベッドで寝ている", "男性と白い猫"] } },
  { x: 8, y: 18, texts: { en: ["A train at the station", "A man waits for a train"], ja: ["駅に電車が止まっている", "男性と赤い電車"] } },
];

/** `each` captions around every scene, of the languages in turn. */
async function mapOf(languages: readonly string[], each: number, shown = scenes) {
  const normal = seededNormal(5);
  const captions = shown.flatMap(({ x, y, texts }) => Array.from({ length: each }, (_, i) => {
    const language = languages[i % languages.length]!;
    const sentences = texts[language]!;
    return { x: x + normal(), y: y + normal(), language, text: sentences[Math.floor(i / languages.length) % sentences.length]! };
  }));
  const positions = Float64Array.from(captions.flatMap(({ x, y }) => [x, y]));
  const words = await readCaptionWords(captions.length, (async function* () {
    yield await Promise.resolve(captions.map(({ text, language }, point) => ({ point, text, language })));
  })());
  return buildLabels({ positions, frame: frameOf(positions), words });
}

const wordsOn = (labels: readonly RegionLabel[], language: string) => labels.flatMap(({ words }) => words[language] ?? []);

describe("buildLabels", () => {
  it("names what is to be seen in each language, and nothing that is everywhere", async () => {
    const { levels } = await mapOf(["en", "ja"], 120);
    const [whole] = levels;
    expect(whole!.zoom).toBe(0);
    expect(wordsOn(whole!.labels, "en")).toEqual(expect.arrayContaining(["wave", "cat", "train"]));
    expect(wordsOn(whole!.labels, "ja")).toEqual(expect.arrayContaining(["猫", "電車"]));
    expect(wordsOn(whole!.labels, "en")).not.toContain("man");
    expect(wordsOn(whole!.labels, "ja")).not.toContain("男性");
  });

  it("puts a label where its captions are", async () => {
    const { levels } = await mapOf(["en"], 120);
    const cat = levels[0]!.labels.find(({ words }) => words.en!.includes("cat"))!;
    expect(cat.x).toBeGreaterThan(0.7);
    expect(cat.y).toBeLessThan(0.4);
  });

  it.each([["en"], ["ja"]])("works where all captions are %s", async (language) => {
    const { levels } = await mapOf([language], 60);
    expect(levels[0]!.labels.length).toBeGreaterThan(0);
    for (const { words } of levels[0]!.labels) {
      expect(Object.keys(words)).toEqual([language]);
      expect(words[language]!.length).toBeGreaterThan(0);
      expect(words[language]!.length).toBeLessThanOrEqual(3);
    }
  });

  it("leaves room between labels, and neighbours other words", async () => {
    const { levels } = await mapOf(["en"], 3500);
    expect(levels.length).toBeGreaterThan(1);
    for (const { zoom, labels } of levels) {
      const pixels = 900 * 2 ** zoom;
      labels.forEach((label, i) => labels.slice(0, i).forEach((other) => {
        const [dx, dy] = [Math.abs(label.x - other.x) * pixels, Math.abs(label.y - other.y) * pixels];
        expect(dx >= 119 || dy >= 31).toBe(true);
        if (Math.hypot(dx, dy) < 230) expect(label.words.en!.filter((word) => other.words.en!.includes(word))).toEqual([]);
      }));
    }
  });

  it("labels three captions, one, none, and such as are all alike", async () => {
    const three = await mapOf(["en"], 1);
    expect(three.levels).toHaveLength(1);
    expect(wordsOn(three.levels[0]!.labels, "en")).toEqual(expect.arrayContaining(["wave", "cat", "train"]));
    expect((await mapOf(["ja"], 1, scenes.slice(0, 1))).levels[0]!.labels).toEqual([]);
    expect((await mapOf(["en"], 0)).levels).toEqual([]);
    expect((await mapOf(["en"], 50, [{ x: 0, y: 0, texts: { en: ["A dog"] } }])).levels[0]!.labels).toEqual([]);
  });

  it("is the same for the same map", async () => expect(await mapOf(["en", "ja"], 80)).toEqual(await mapOf(["en", "ja"], 80)));
});
