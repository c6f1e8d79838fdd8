import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "@/lib/vector-index/generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { buildRequest, dimensions } from "@/lib/vector-index/testing/captions";
import { clusteredVectors } from "@/lib/vector-index/testing/clustered-vectors";
import { DocumentedGraph } from "./documented-graph";

const COUNT = 1200;
let dataDir: string;
let page: string;
let generation: LoadedGeneration;
let graph: DocumentedGraph;
const read = (name: string) => readFile(path.join(dataDir, "generations", generation.manifest.id, name));
const vectors = clusteredVectors(COUNT, dimensions, 7);

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-format-"));
  page = await readFile("docs/index-format.md", "utf8");
  const store = new GenerationStore(dataDir);
  // The second continues the graph of the first, with changed vectors: what a file looks like after some ingests.
  const first = await store.build(buildRequest(clusteredVectors(COUNT - 300, dimensions, 6)));
  const { manifest } = await store.build(buildRequest(vectors, { base: first.manifest.id }));
  generation = await store.load(manifest.id);
  graph = new DocumentedGraph(await read("index.hnsw"), page);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe("docs/index-format.md", () => {
  it("says of every byte of the header what it holds", () => {
    const { m, efConstruction } = generation.manifest.hnsw;
    const { mult, maxElements, maxLevel, entryPoint, ...header } = graph.header;
    expect(header).toEqual({ offsetLevel0: 0, count: COUNT, elementBytes: 12 + 8 * m + 4 * dimensions, labelOffset: 4 + 8 * m + 4 * dimensions, dataOffset: 4 + 8 * m, maxM: m, maxM0: 2 * m, M: m, efConstruction });
    expect(mult).toBeCloseTo(1 / Math.log(m), 12);
    expect(maxElements).toBeGreaterThanOrEqual(COUNT);
    expect(graph.levels[entryPoint as number]).toBe(maxLevel);
    expect(Math.max(...graph.levels)).toBe(maxLevel);
  });

  it("leads through every element to the file's end: vectors, labels, links", () => {
    expect(graph.end).toBe(graph.bytes.length);
    for (let row = 0; row < COUNT; row++) {
      expect(graph.labelOf(row)).toBe(row);
      expect(graph.vectorOf(row)).toEqual(vectors.subarray(row * dimensions, (row + 1) * dimensions));
      for (let level = 0; level <= (graph.levels[row] as number); level++) {
        const links = graph.linksOf(row, level);
        expect(links.length).toBeLessThanOrEqual((level === 0 ? 2 : 1) * generation.manifest.hnsw.m);
        expect(links.every((other) => other < COUNT && other !== row && (graph.levels[other] as number) >= level)).toBe(true);
      }
    }
  });

  it("is enough to search the graph: the same rows with the same scores as by hnswlib", () => {
    for (let query = 0; query < COUNT; query += 60) {
      const vector = vectors.subarray(query * dimensions, (query + 1) * dimensions);
      const native = generation.index.search(vector, 10, 40);
      const found = graph.search(vector, 40).slice(0, 10);
      expect(found.map(({ row }) => row)).toEqual([...native.rows]);
      found.forEach(({ score }, i) => expect(score).toBeCloseTo(native.scores[i] as number, 5));
    }
  });

  it("gives the columns of labels.bin and the rows of vectors.f32", async () => {
    const labels = await read("labels.bin");
    const table = [...page.matchAll(/^\| ([\d·n]+) \| [24]·n \| (u32|u16) \| (caption id|image id|language|collection)/gm)];
    const value = (column: string, row: number) => {
      const [, offset = "", type] = table.find(([, , , name]) => name === column) ?? [];
      const start = Number(/^\d+/.exec(offset)?.[0]) * COUNT;
      return type === "u32" ? labels.readUInt32LE(start + 4 * row) : labels.readUInt16LE(start + 2 * row);
    };
    const { languages, collections } = generation.manifest;
    for (const row of [0, 1, 49, 50, COUNT - 1]) {
      expect([value("caption id", row), value("image id", row)]).toEqual([10 + 3 * row, 1 + Math.floor(row / 5)]);
      expect([languages[value("language", row)], collections[value("collection", row)]]).toEqual([row % 2 ? "en" : "ja", row < 50 ? "coco" : "flickr30k"]);
    }
    expect((await read("vectors.f32")).equals(Buffer.from(vectors.buffer))).toBe(true);
  });

  it("names every field of manifest.json, and no other", async () => {
    const manifest = JSON.parse((await read("manifest.json")).toString("utf8")) as Manifest;
    const section = page.slice(page.indexOf("### manifest.json"), page.indexOf("### vectors.f32"));
    const documented = new Set([...section.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, names = ""]) => [...names.matchAll(/`([\w.<>]+)`/g)].map(([, name]) => name)));
    const fields = Object.entries(manifest).flatMap(([name, value]) => (value && typeof value === "object" && !Array.isArray(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name]));
    const expected = fields.flatMap((field) => (field.startsWith("files.") ? ["files.<name>.bytes", "files.<name>.sha256"] : [field]));
    expect(documented).toEqual(new Set(expected));
  });
});
