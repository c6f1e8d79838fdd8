import { describe, expect, it } from "vitest";
import { buildSample, findOutdated } from "./build";
import { loadScenes } from "./scene";

const scenes = loadScenes();
const files = buildSample();

describe("the sample corpus", () => {
  it("has at least 64 scenes, each with five different captions in each language", () => {
    expect(scenes.length).toBeGreaterThanOrEqual(64);
    for (const { captions } of scenes) {
      expect(new Set(captions.ja).size).toBe(5);
      expect(new Set(captions.en).size).toBe(5);
    }
  });

  it("is written in the language that it says", () => {
    for (const { captions } of scenes) {
      for (const caption of captions.ja) expect(caption).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
      for (const caption of captions.en) expect(caption).toMatch(/^[\p{ASCII}’“”é–—]+$/u);
    }
  });

  it("has caption ids of their own across both files", () => {
    const ids = [...files].filter(([name]) => name.endsWith(".json")).flatMap(([, content]) => (JSON.parse(content) as { annotations: { id: number }[] }).annotations.map(({ id }) => id));
    expect(ids).toHaveLength(scenes.length * 10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has small pictures that load nothing from elsewhere", () => {
    for (const [name, content] of files) {
      if (!name.endsWith(".svg")) continue;
      expect(Buffer.byteLength(content), name).toBeLessThan(12_000);
      expect(content, name).not.toMatch(/<script|href="(?!#)|url\((?!#)/);
    }
  });

  it("is up to date with its scenes", () => {
    expect(findOutdated(files)).toEqual([]);
  });
});
