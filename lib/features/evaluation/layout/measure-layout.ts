import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { findPrincipalComponents } from "@/lib/projection/pca/principal-components";
import { type LayoutQuality, measureQuality } from "@/lib/projection/quality/measure-quality";
import { findIndexNeighbours } from "./index-neighbours";
import type { LayoutRun, LayoutSettings } from "./lay-out-files";
import { readPositions, writeLayoutFiles } from "./layout-files";
import type { LayoutPoints } from "./layout-points";

/** A program that lays out a folder of files, in a process of its own. */
export interface LayoutProgram {
  name: string;
  /** Why it cannot be run, null where it can. */
  missing: string | null;
  /** Iterations that it does where nothing is said. */
  usualIterations: (count: number) => number;
  run: (folder: string, output: string, settings: LayoutSettings, signal: AbortSignal) => Promise<LayoutRun>;
}

export interface LayoutResult extends LayoutRun {
  name: string;
  iterations: number;
  quality: LayoutQuality;
}

export interface LayoutMeasurement {
  points: number;
  k: number;
  perplexity: number;
  threads: number;
  results: LayoutResult[];
  /** Of the first program to the second: time and peak memory; null where one is missing. */
  ratio: { seconds: number; memory: number } | null;
}

type MeasureSettings = Omit<LayoutSettings, "iterations"> & { iterations: number | undefined };

export interface LayoutWatch {
  signal: AbortSignal;
  onStep: (stage: string, done: number, total: number | null) => void;
}

/**
 * Has each program lay out the same points from the same neighbours and the same start, one after another.
 * @param iterations of all programs; undefined: as many as each does by itself
 */
export async function measureLayout(points: LayoutPoints, programs: readonly LayoutProgram[], { iterations: given, ...settings }: MeasureSettings, { signal, onStep }: LayoutWatch): Promise<LayoutMeasurement> {
  const { vectors, dimensions, images } = points;
  const graph = await findIndexNeighbours(vectors, dimensions, Math.ceil(3 * settings.perplexity), signal, (done, total) => onStep("neighbours", done, total));
  const initial = findPrincipalComponents({ values: vectors, dimensions }, 2).coordinates;
  const folder = await mkdtemp(path.join(os.tmpdir(), "kotomap-layout-"));
  try {
    await writeLayoutFiles(folder, graph, initial);
    const results: LayoutResult[] = [];
    for (const program of programs.filter(({ missing }) => missing === null)) {
      onStep(program.name, 0, null);
      const output = path.join(folder, "positions.f64");
      const iterations = given ?? program.usualIterations(images.length);
      const run = await program.run(folder, output, { ...settings, iterations }, signal);
      const quality = measureQuality({ graph, positions: await readPositions(output), vectors: { values: vectors, dimensions }, groups: images, divergence: run.divergence });
      results.push({ name: program.name, iterations, ...run, quality });
    }
    return { points: images.length, k: graph.k, ...settings, results, ratio: ratioOf(results) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function ratioOf([own, other]: LayoutResult[]): LayoutMeasurement["ratio"] {
  return own && other ? { seconds: own.seconds / other.seconds, memory: own.peakMegabytes / other.peakMegabytes } : null;
}
