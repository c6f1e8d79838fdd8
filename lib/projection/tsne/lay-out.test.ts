import { describe, expect, it } from "vitest";
import { boundsOf } from "../bounds";
import { findExactNeighbours } from "../neighbours/exact-neighbours";
import type { createNeighbourGraph } from "../neighbours/neighbour-graph";
import { findPlaneNeighbours } from "../neighbours/plane-neighbours";
import { findPrincipalComponents } from "../pca/principal-components";
import { groupShare } from "../quality/group-share";
import { groupedVectors } from "../testing/sample-points";
import { layOutInThreads } from "../threads/lay-out-in-threads";
import { decodeCheckpoint, encodeCheckpoint, type TsneCheckpoint } from "./checkpoint";
import type { TsneLayout } from "./lay-out";
import { layOutHere } from "./lay-out-here";

const vectors = groupedVectors(300, 32, 1);
const graph = findExactNeighbours(vectors, 90);
const initial = findPrincipalComponents(vectors, 2).coordinates;
const input = { graph, initial };

// On the grid, with enough points for several blocks and for changes of order.
const many = groupedVectors(5200, 8, 2);
const manyInput = { graph: findExactNeighbours(many, 15), initial: null };
const short = { perplexity: 5, iterations: 56, earlyIterations: 30, seed: 3 };
const savedOnGrid: Uint8Array[] = [];
let running: Promise<TsneLayout> | undefined;
const onGrid = () => (running ??= layOutHere(manyInput, short, { checkpointEvery: 20, onCheckpoint: (state) => void savedOnGrid.push(encodeCheckpoint(state)) }));

describe("layOutHere", () => {
  it("lays out 300 points in under a second, and those of one group together", async () => {
    const started = process.cpuUsage();
    const { positions, divergence } = await layOutHere(input);
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(1e6);
    expect(groupShare({ neighbours: findPlaneNeighbours(positions, 4), k: 4 }, vectors.groups)).toBeGreaterThan(0.97);
    expect(divergence).toBeLessThan(1.2);
  });

  it("lets others have their turn, and tells iteration and divergence, which falls", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const told: [number, number][] = [];
    await layOutHere(input, {}, { reportEvery: 100, onProgress: ({ iteration, divergence }) => told.push([iteration, divergence]) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    expect(told.map(([iteration]) => iteration)).toEqual([100, 200, 300, 400, 500, 600, 700, 750]);
    expect(told.at(-1)?.[1]).toBeLessThan(told[2]?.[1] ?? 0);
  });

  it("gives the same layout for the same seed, and another for another", async () => {
    const [a, b, c] = await Promise.all([1, 1, 2].map((seed) => layOutHere({ graph, initial: null }, { seed, iterations: 60 })));
    expect(a?.positions).toEqual(b?.positions);
    expect(a?.positions).not.toEqual(c?.positions);
  });

  it("goes on from a checkpoint to the very same layout", async () => {
    const saved: Uint8Array[] = [];
    const whole = await layOutHere(input, { iterations: 130 }, { checkpointEvery: 20, onCheckpoint: (state) => void saved.push(encodeCheckpoint(state)) });
    expect(saved).toHaveLength(6);
    for (const bytes of [saved[0], saved.at(-1)]) {
      expect(await layOutHere({ ...input, checkpoint: decodeCheckpoint(bytes as Uint8Array) }, { iterations: 130 })).toEqual(whole);
    }
  });

  it("does so on the grid too, through changes of order", async () => {
    const whole = await onGrid();
    expect(await layOutHere({ ...manyInput, checkpoint: decodeCheckpoint(savedOnGrid[0] as Uint8Array) }, short)).toEqual(whole);
  });

  it("refuses a checkpoint of another layout, and one that is torn", async () => {
    let state: TsneCheckpoint | undefined;
    await layOutHere(input, { iterations: 30 }, { checkpointEvery: 10, onCheckpoint: (checkpoint) => void (state = checkpoint) });
    await expect(layOutHere({ ...input, checkpoint: state }, { iterations: 30, perplexity: 7 })).rejects.toMatchObject({ code: "conflict" });
    const bytes = encodeCheckpoint(state as TsneCheckpoint);
    expect(() => decodeCheckpoint(bytes.subarray(0, bytes.length - 1))).toThrow(/damaged or torn/);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const stopped = layOutHere(manyInput, { perplexity: 5 }, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 60);
    const started = performance.now();
    await expect(stopped).rejects.toThrow("enough");
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it.each([0, 1, 2, 3, 4, 5, 12])("makes a layout of %i points", async (count) => {
    const few = groupedVectors(count, 4, 7);
    const { positions } = await layOutHere({ graph: findExactNeighbours(few, 3), initial: count > 1 ? findPrincipalComponents(few, 2).coordinates : null });
    expect(positions).toHaveLength(2 * count);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(new Set([...positions].filter((_, i) => i % 2 === 0)).size).toBe(count);
  });

  it("spreads points that are all alike", async () => {
    const alike = { values: new Float32Array(40 * 4).fill(0.5), dimensions: 4 };
    const { positions, divergence } = await layOutHere({ graph: findExactNeighbours(alike, 39), initial: findPrincipalComponents(alike, 2).coordinates });
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(new Set(positions).size).toBeGreaterThan(60);
    expect(divergence.toFixed(3)).toMatch(/^0/);
  });

  it.each([
    [{ perplexity: 101 }, "perplexity", /at most 99\.6/],
    [{ perplexity: 95 }, "perplexity", /more than 90 neighbours/],
    [{ perplexity: NaN }, "perplexity", /from 1/],
    [{ iterations: 1.5 }, "iterations", /whole number/],
    [{ iterations: 10, earlyIterations: 11 }, "earlyIterations", /or fewer/],
    [{ learningRate: 0 }, "learningRate", /above 0/],
    [{ momentum: 1 }, "momentum", /below 1/],
  ])("refuses %j", async (parameters, field, message) => {
    await expect(layOutHere(input, parameters)).rejects.toMatchObject({ code: "invalid_parameter", field, message: expect.stringMatching(message) as string });
  });

  it("refuses NaN and neighbours that are no points", async () => {
    const damaged = (change: (graph: ReturnType<typeof createNeighbourGraph>) => void) => {
      const copy = { ...graph, neighbours: graph.neighbours.slice(), distances: graph.distances.slice() };
      change(copy);
      return layOutHere({ graph: copy, initial: null });
    };
    await expect(damaged(({ distances }) => (distances[95] = NaN))).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("point 1 ") as string });
    await expect(damaged(({ neighbours }) => (neighbours[3] = 300))).rejects.toMatchObject({ code: "bad_input" });
    await expect(damaged(({ neighbours }) => (neighbours[0] = 0))).rejects.toThrow(/itself/);
    await expect(layOutHere({ graph, initial: initial.map((value, i) => (i === 8 ? NaN : value)) })).rejects.toThrow(/NaN/);
    expect(() => findPrincipalComponents({ values: vectors.values.map((value, i) => (i === 65 ? NaN : value)), dimensions: 32 }, 2)).toThrow(/Vector 2 /);
  });
});

describe("layOutInThreads", () => {
  it("gives the layout of one thread, bit by bit", async () => {
    const graph = { ...manyInput.graph, distances: manyInput.graph.distances.slice() };
    expect(await layOutInThreads({ graph, initial: null, mayOverwrite: true }, short, {}, 3)).toEqual(await onGrid());
  });

  it("does so on layouts wide enough for a coarse grid", async () => {
    await onGrid();
    const saved = decodeCheckpoint(savedOnGrid[1] as Uint8Array);
    const { left, right } = boundsOf(saved.positions);
    const checkpoint = { ...saved, positions: saved.positions.map((value) => (value * 200) / (right - left)) };
    const [one, three] = await Promise.all([1, 3].map((threads) => layOutInThreads({ ...manyInput, checkpoint }, short, {}, threads)));
    expect(one).toEqual(three);
  });

  it("stops at once when it is told to, in the middle of an iteration", async () => {
    const controller = new AbortController();
    const layout = layOutInThreads(manyInput, { perplexity: 5, iterations: 100_000 }, { signal: controller.signal, onProgress: () => controller.abort(new Error("enough")), reportEvery: 5 }, 2);
    await expect(layout).rejects.toThrow("enough");
  });
});
