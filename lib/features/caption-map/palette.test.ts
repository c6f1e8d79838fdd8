import { describe, expect, it } from "vitest";
import { IMAGE_COLOURS } from "./map-types";
import { channelsOf, codeColours, languageColours, MAP_PALETTES, MAP_THEMES, rampColour } from "./palette";

/** Relative luminance and contrast, as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [r, g, b] = channelsOf(colour).map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(MAP_THEMES)("the %s palette", (theme) => {
  const palette = MAP_PALETTES[theme];

  it("has as many image colours as there are codes, all different and readable on the paper", () => {
    expect(new Set(palette.image).size).toBe(IMAGE_COLOURS);
    for (const colour of [...palette.image, ...palette.language, ...palette.collection]) expect(contrast(colour, palette.paper), colour).toBeGreaterThan(2.5);
  });

  it.each(["density", "similarity"] as const)("goes away from the paper as %s grows", (name) => {
    const contrasts = palette[name].map((colour) => contrast(colour, palette.paper));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => a - b));
    expect(contrasts[0]).toBeGreaterThan(1.2);
  });
});

describe("languages", () => {
  it("keep their colour whatever else is on the map", () => {
    const palette = MAP_PALETTES.light;
    const [japanese, english] = palette.language;
    expect(languageColours(["en", "ja"], palette)).toEqual([english, japanese]);
    expect(languageColours(["de", "ja-JP", "fr"], palette)).toEqual([palette.language[2], japanese, palette.language[3]]);
  });
});

describe("colours of codes", () => {
  it("begin and end a ramp with its own ends, and mix between them", () => {
    expect(rampColour(["#000000", "#646464", "#ffffff"], 0.25)).toBe("#323232");
    expect([rampColour(["#000000", "#ffffff"], -1), rampColour(["#000000", "#ffffff"], 2)]).toEqual(["#000000", "#ffffff"]);
  });

  it("are there for every value of a byte", () => {
    const layout = { languages: ["ja"], collections: ["coco", "flickr30k"] };
    for (const by of ["image", "language", "collection", "density", "similarity"] as const) expect(codeColours(by, layout, MAP_PALETTES.dark)).toHaveLength(256);
    expect(codeColours("collection", layout, MAP_PALETTES.dark).slice(0, 3)).toEqual([MAP_PALETTES.dark.collection[0], MAP_PALETTES.dark.collection[1], MAP_PALETTES.dark.collection[0]]);
  });
});
