import { describe, expect, it } from "vitest";
import { seededNormal } from "@/lib/core/random";
import { normaliseRows, row } from "@/lib/core/vector";
import { exactTopK } from "../exact";
import { buildHnsw, countNodes, type HnswBuild } from "./build-hnsw";
import { countLayers, type HnswGraph, topLayerOf } from "./hnsw-graph";
import { searchHnsw } from "./search-hnsw";

const DIMENSIONS = 16;
const K = 10;

function randomVectors(count: number, seed: number): Float32Array {
  const normal = seededNormal(seed);
  return normaliseRows(Float32Array.from({ length: count * DIMENSIONS }, normal), DIMENSIONS);
}

function build(vectors: Float32Array, options: Partial<HnswBuild> = {}): HnswGraph {
  const steps = buildHnsw(vectors, DIMENSIONS, { m: 8, efConstruction: 64, seed: 1, ...options });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const vectors = randomVectors(600, 1);
const queries = randomVectors(50, 2);
const graph = build(vectors);

function recallAt(ef: number, of = graph): number {
  let found = 0;
  for (let i = 0; i < 50; i++) {
    const query = row(queries, i, DIMENSIONS);
    const exact = new Set(exactTopK(vectors, query, K).rows);
    found += searchHnsw(of, query, K, ef).nearest.filter(({ node }) => exact.has(node)).length;
  }
  return found / (50 * K);
}

describe("a search in the graph", () => {
  it("finds more of the nearest the more nodes it keeps in mind, and all of them where it keeps all", () => {
    const recalls = [10, 20, 40, 80].map((ef) => recallAt(ef));
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(recalls[0]).toBeGreaterThan(0.6);
    expect(recalls[0]).toBeLessThan(recalls[3] ?? 0);
    expect(recallAt(600)).toBe(1);
  });

  it("gives the exact distances and their order where it keeps all", () => {
    const query = row(queries, 0, DIMENSIONS);
    const exact = exactTopK(vectors, query, K);
    const { nearest } = searchHnsw(graph, query, K, 600);
    expect(nearest.map(({ node }) => node)).toEqual([...exact.rows]);
    nearest.forEach(({ distance }, i) => expect(distance).toBeCloseTo(1 - (exact.scores[i] ?? 0), 5));
  });

  it("computes fewer distances than there are nodes", () => {
    expect(searchHnsw(graph, row(queries, 0, DIMENSIONS), K, 20).computations).toBeLessThan(300);
  });

  it("goes down the layers, each step along a link of a node that was found before", () => {
    const { steps, nearest } = searchHnsw(graph, row(queries, 3, DIMENSIONS), K, 20);
    expect(steps[0]).toMatchObject({ layer: countLayers(graph) - 1, node: graph.entry });
    const known = new Set([graph.entry]);
    steps.forEach(({ layer, node, computed }, i) => {
      expect(layer).toBeLessThanOrEqual(steps[i - 1]?.layer ?? layer);
      expect(known).toContain(node);
      for (const reached of computed) {
        expect(graph.links[node]?.[layer]).toContain(reached.node);
        known.add(reached.node);
      }
    });
    expect(steps.at(-1)?.found.slice(0, K)).toEqual(nearest);
  });

  it("moves on an upper layer only to nearer nodes", () => {
    for (let i = 0; i < 50; i++) {
      const upper = searchHnsw(graph, row(queries, i, DIMENSIONS), K, 20).steps.filter(({ layer }) => layer > 0);
      const distances = upper.map(({ found }) => found[0]?.distance ?? NaN);
      expect(distances).toEqual([...distances].sort((a, b) => b - a));
    }
  });

  it("finds nothing in an empty graph, and the only node of a graph of one", () => {
    expect(searchHnsw(build(new Float32Array(0)), row(queries, 0, DIMENSIONS), K, 10)).toEqual({ nearest: [], steps: [], computations: 0 });
    expect(searchHnsw(build(vectors.slice(0, DIMENSIONS)), row(vectors, 0, DIMENSIONS), K, 10).nearest.map(({ node }) => node)).toEqual([0]);
  });
});

describe("the graph", () => {
  it.each([4, 8])("has about an M-th of a layer's nodes on the next one, with M %i", (m) => {
    const counts = countNodes(build(randomVectors(2000, 3), { m, efConstruction: 8 }));
    expect(counts[0]).toBe(2000);
    for (const layer of [1, 2]) expect((counts[layer] ?? 0) / (counts[layer - 1] ?? 1)).toBeCloseTo(1 / m, layer === 1 ? 1 : 0.7);
  });

  it("links to nodes of the same layer only, and to at most 2M on the bottom one and M above", () => {
    graph.links.forEach((layers, node) => layers.forEach((links, layer) => {
      expect(links.length).toBeLessThanOrEqual(layer === 0 ? 16 : 8);
      expect(new Set(links).size).toBe(links.length);
      for (const other of links) {
        expect(other).not.toBe(node);
        expect(topLayerOf(graph, other)).toBeGreaterThanOrEqual(layer);
      }
    }));
  });

  it("finds more with more links", () => {
    expect(recallAt(20, build(vectors, { m: 2 }))).toBeLessThan(recallAt(20, build(vectors, { m: 16 })) - 0.1);
  });

  it("is the same for the same seed, and another for another", () => {
    expect(build(vectors).links).toEqual(graph.links);
    expect(build(vectors, { seed: 2 }).links).not.toEqual(graph.links);
  });

  it("is refused with fewer links than two", () => {
    expect(() => build(vectors, { m: 1 })).toThrow("must be 2 or more");
  });
});
