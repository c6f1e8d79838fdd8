import { describe, expect, it } from "vitest";
import { compareGenerations } from "./compare-generations";

const generation = { count: 900, model: { id: "small", sha256: "a".repeat(64), dimensions: 384 }, languages: ["en", "ja"], collections: ["sample"], hnsw: { m: 16, efConstruction: 200, ef: 128 } };
const changed = (then: Partial<typeof generation>, now: typeof generation | null = generation) => compareGenerations(now, { ...generation, ...then }).filter(({ same }) => !same);

describe("compareGenerations", () => {
  it("finds nothing changed between generations that hold the same, in whatever order they name it", () => {
    expect(changed({ languages: ["ja", "en"] })).toEqual([]);
  });

  it("names every field in which they differ, with both values", () => {
    expect(changed({ count: 880, languages: ["ja"], hnsw: { ...generation.hnsw, ef: 64 } })).toEqual([
      { field: "captions", now: 900, then: 880, same: false },
      { field: "languages", now: ["en", "ja"], then: ["ja"], same: false },
      { field: "ef", now: 128, then: 64, same: false },
    ]);
  });

  it("tells models of one name apart by their checksum", () => {
    expect(changed({ model: { ...generation.model, sha256: "b".repeat(64) } })).toEqual([{ field: "model", now: "small (aaaaaaaa)", then: "small (bbbbbbbb)", same: false }]);
  });

  it("has nothing to compare with where no generation is active", () => {
    expect(compareGenerations(null, generation).every(({ now, same }) => now === null && !same)).toBe(true);
  });
});
