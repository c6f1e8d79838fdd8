import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProcess } from "../setup/run-process.mjs";
import { parseBuilds } from "./parse-builds";

let folder = "";
let vectors = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "kotomap-hnsw-"));
  vectors = path.join(folder, "vectors.f32");
  const angles = Array.from({ length: 50 }, (_, i) => (i * Math.PI) / 50);
  await writeFile(vectors, new Uint8Array(Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])).buffer));
});
afterAll(() => rm(folder, { recursive: true }));

const bench = (...args: string[]) => runProcess(process.execPath, ["--import", "tsx", "scripts/bench/hnsw.ts", ...args]);

describe("npm run bench:hnsw", () => {
  it("prints a Markdown table", async () => {
    const { code, stdout } = await bench("--vectors", vectors, "--dimensions", "2", "--sample", "10", "--k", "3", "--ef", "16,32", "--build", "8/50");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^50 vectors of 2 dimensions, 10 queries/);
    expect(stdout.split("\n").filter((line) => /^\| 8 \| 50 \|/.test(line))).toHaveLength(2);
  });

  it("prints one JSON object with --json", async () => {
    const { code, stdout } = await bench("--vectors", vectors, "--dimensions", "2", "--sample", "10", "--k", "3", "--ef", "16", "--build", "8/50", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ vectors: 50, queries: 10, k: 3, results: [{ m: 8, efConstruction: 50, searches: [{ ef: 16 }] }] });
  });

  it("ends with 2 on a pair that cannot be read", async () => {
    const { code, stdout } = await bench("--build", "8", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "invalid_parameter", field: "build" } });
  });
});

it("parseBuilds reads pairs and refuses anything else", () => {
  expect(parseBuilds("12/100, 16/200")).toEqual([{ m: 12, efConstruction: 100 }, { m: 16, efConstruction: 200 }]);
  for (const text of ["", "12", "12/", "0/10", "a/b", "12/100,"]) expect(() => parseBuilds(text), text).toThrow(/12\/100/);
});
