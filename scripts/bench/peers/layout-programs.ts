import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { usualIterations, writeEngine } from "@/lib/features/evaluation/layout/engine";
import type { LayoutRun, LayoutSettings } from "@/lib/features/evaluation/layout/lay-out-files";
import type { LayoutProgram } from "@/lib/features/evaluation/layout/measure-layout";
import { lastLines, runProcess } from "../../setup/run-process.mjs";

const SETUP = "python3 -m venv FOLDER && FOLDER/bin/pip install openTSNE, then --python FOLDER/bin/python";
const HERE = import.meta.dirname;
const answer = z.object({ seconds: z.number().positive(), processorSeconds: z.number(), peakMegabytes: z.number().positive(), divergence: z.number() });

/** @throws AppError `internal` with the end of what the program wrote */
async function runLayout(program: string, first: string[], folder: string, output: string, { perplexity, iterations, threads }: LayoutSettings, signal: AbortSignal): Promise<LayoutRun> {
  const { code, output: said, stdout } = await runProcess(program, [...first, folder, output, String(perplexity), String(iterations), String(threads)], { signal });
  const parsed = code === 0 ? answer.safeParse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "null")) : null;
  if (!parsed?.success) throw new AppError("internal", `${program} ${first.join(" ")} failed:\n${lastLines(said, 10)}`);
  return parsed.data;
}

async function whyMissing(python: string | undefined, signal: AbortSignal): Promise<string | null> {
  if (!python) return `not given: ${SETUP}`;
  const { code } = await runProcess(python, ["-c", "import openTSNE"], { signal }).catch(() => ({ code: 1 }));
  return code === 0 ? null : `${python} has no openTSNE: ${SETUP}`;
}

/** In a folder of the project, where its packages are found. */
async function runEngine(...[folder, output, settings, signal]: Parameters<LayoutProgram["run"]>): Promise<LayoutRun> {
  const place = await mkdtemp(path.join(HERE, "..", "..", "..", "node_modules", ".kotomap-bench-"));
  try {
    const program = await writeEngine(path.join(HERE, "..", "layout-once.ts"), place);
    return await runLayout(process.execPath, [program], folder, output, settings, signal);
  } finally {
    await rm(place, { recursive: true });
  }
}

/** Kotomap's engine first, then what it is compared with, each in a process of its own. @param python an interpreter with openTSNE */
export async function layoutPrograms(python: string | undefined, signal: AbortSignal): Promise<LayoutProgram[]> {
  return [
    { name: "Kotomap", missing: null, usualIterations, run: runEngine },
    { name: "openTSNE", missing: await whyMissing(python, signal), usualIterations: () => 750, run: (...run) => runLayout(python ?? "", [path.join(HERE, "layout.py")], ...run) },
  ];
}
