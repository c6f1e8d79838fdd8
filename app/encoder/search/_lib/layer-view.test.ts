import { expect, it } from "vitest";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import { firstSteps, viewLayer } from "./layer-view";

/** Node 0 is on two layers; the search goes 0 → 2 on the upper one and 2 → 3 → 1 below. */
const path = {
  levels: [1, 0, 1, 0],
  layers: [4, 2],
  links: [[[2, 3], [1, 3]], [[0, 2]]],
  steps: [
    { layer: 1, node: 0, computed: [2], kept: [2] },
    { layer: 1, node: 2, computed: [], kept: [] },
    { layer: 0, node: 2, computed: [3], kept: [3] },
    { layer: 0, node: 3, computed: [1], kept: [] },
  ],
  found: [{ node: 3, score: 0.9 }],
} as unknown as SearchPath;

it("shows the way, what was seen and where the search stands on its layer", () => {
  expect(viewLayer(path, 0, 4)).toEqual({ layer: 0, nodes: [0, 1, 2, 3], links: [[2, 3], [1, 3]], way: [[2, 3]], seen: [2, 3, 1], here: { node: 3, computed: [1], kept: [] }, found: [3] });
});

it("shows layers above as they were left, and layers below untouched", () => {
  expect(viewLayer(path, 1, 4)).toMatchObject({ nodes: [0, 2], way: [[0, 2]], seen: [0, 2], here: null, found: [] });
  expect(viewLayer(path, 0, 2)).toMatchObject({ way: [], seen: [], here: null, found: [] });
});

it("knows where each layer begins", () => {
  expect(firstSteps(path)).toEqual([3, 1]);
  expect(firstSteps({ ...path, layers: [4, 2, 1] })).toEqual([3, 1, null]);
});
