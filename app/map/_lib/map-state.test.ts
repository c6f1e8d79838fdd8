import { describe, expect, it } from "vitest";
import { toPlace, toSpot, ZOOM_RANGE } from "../_view/view";
import { isSelection, mapHref, readMapState } from "./map-state";

const empty = readMapState({});
const read = (address: string) => readMapState(Object.fromEntries(new URL(address, "http://localhost").searchParams));

describe("the map's address", () => {
  it("says nothing of a map that nobody has touched", () => {
    expect(Object.values(empty).every((value) => value === null)).toBe(true);
    expect(mapHref()).toBe("/map");
    expect(mapHref(empty)).toBe("/map");
  });

  it("reads back what it wrote", () => {
    const state = {
      layout: "20261124-101530-3f9a", at: { x: 0.25, y: 0.75, zoom: 3.5 }, colour: "density" as const, q: "海で遊ぶ犬 & <cat>?", caption: "12", image: ["a:b/c:d:7%3A8%2C9"],
      within: [{ x: 0, y: 0 }, { x: 0.5, y: 0 }, { x: 0.5, y: 1 }], along: [{ x: 0.1, y: 0.2 }, { x: 0.3, y: 0.4 }],
      images: ["coco:1", "coco:2"], captions: ["3", "4"], method: "tsne" as const, perplexity: 5.5, components: "3" as const,
    };
    expect(read(mapHref(state))).toEqual(state);
  });

  it.each([
    ["at", "0.5,0.5"], ["at", "a,b,c"], ["at", "NaN,0,0"], ["colour", "red"], ["caption", "x"], ["image", "coco"], ["image", ":1"], ["within", "0,0;1,1"], ["within", "0,0;2,0;1,1"],
    ["along", "0,0"], ["images", "coco"], ["captions", "a,b"], ["method", "umap"], ["perplexity", "0.5"], ["perplexity", "-1"], ["components", "4"],
  ])("passes over %s=%s", (key, value) => {
    expect(readMapState({ [key]: value })).toEqual(empty);
  });

  it("keeps a view within the map", () => {
    expect(read("/map?at=7,-2,99").at).toEqual({ x: 1, y: 0, zoom: 11 });
  });

  it("holds an area to the pixel where one is furthest in", () => {
    const [frame, view] = [{ width: 1440, height: 900 }, { x: 0.123456789, y: 0.987654321, zoom: ZOOM_RANGE[1] }];
    const drawn = [{ left: 7, top: 3 }, { left: 50, top: 8 }, { left: 31, top: 77 }];
    const within = read(mapHref({ within: drawn.map((spot) => toPlace(view, frame, spot)) })).within ?? [];
    expect(within).toHaveLength(3);
    within.map((place) => toSpot(view, frame, place)).forEach(({ left, top }, i) => expect(Math.max(Math.abs(left - drawn[i]!.left), Math.abs(top - drawn[i]!.top))).toBeLessThan(1));
  });

  it("drops what cannot be read among images and captions, and names each once", () => {
    expect(read("/map?images=coco:1,nonsense,coco:1,coco:2&captions=5,x,5").images).toEqual(["coco:1", "coco:2"]);
    expect(read("/map?captions=5,x,5").captions).toEqual(["5"]);
  });
});

describe("a selection", () => {
  it("is what names captions, or lays out the hits of a query", () => {
    for (const address of ["/map?images=coco:1", "/map?captions=1,2", "/map?q=dog&method=tsne"]) expect(isSelection(read(address)), address).toBe(true);
    for (const address of ["/map", "/map?q=dog", "/map?method=tsne", "/map?image=coco:1", "/map?caption=1"]) expect(isSelection(read(address)), address).toBe(false);
  });
});
