import { row } from "@/lib/core/vector";
import { planBatches } from "../batch-plan";
import type { BatchScheme } from "../batch-scheme";
import { bulkSchemes } from "../bulk-schemes";
import { EncoderEngine } from "../encoder-engine";
import type { TokenRows } from "../token-rows";
import { loadTokenizer, type TextTokenizer } from "../tokenizer";
import type { ProbeAnswer, ProbeRequest, ProbeResult } from "./probe";
import { probeTexts, standardSample } from "./standard-sample";

/** Milliseconds that a device is measured for, once it has warmed up. */
const MEASURED_MS = 1500;
/** Captions in one round of measuring: enough to fill the batches of a GPU. */
const ROUND = 8 * standardSample.length;
/** A device that takes longer for the few texts of the probe is not measured any further. */
const SLOW_MS = 1000;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function computeRound(engine: EncoderEngine, rows: TokenRows, padId: number): Promise<void> {
  const batches = planBatches(rows.map(({ length }) => length), engine.scheme.batchTokens);
  await Promise.all(batches.map((batch) => engine.run(batch.map((index) => rows[index] ?? []), padId)));
}

/** Captions a second, over rounds of the standard sample. */
async function measure(engine: EncoderEngine, tokenizer: TextTokenizer): Promise<number> {
  const sample = standardSample.map((text) => tokenizer.encode(text));
  const round = Array.from({ length: ROUND }, (_, i) => sample[i % sample.length] ?? []);
  await computeRound(engine, sample, tokenizer.padId);
  const start = performance.now();
  let best = 0;
  while (performance.now() - start < MEASURED_MS) {
    const began = performance.now();
    await computeRound(engine, round, tokenizer.padId);
    best = Math.max(best, (ROUND * 1000) / (performance.now() - began));
  }
  return best;
}

/** Batches for a device that took so long for a few rows: about a second's work each. */
function smallScheme(rows: TokenRows, milliseconds: number): BatchScheme {
  const tokens = rows.length * Math.max(...rows.map(({ length }) => length));
  return { workers: 1, batchTokens: Math.max(1, Math.round((tokens * SLOW_MS) / milliseconds)) };
}

async function tryGraph({ model, device, workers }: ProbeRequest, graph: string, tokenizer: TextTokenizer): Promise<ProbeResult> {
  const { dimensions } = model.identity;
  const engine = new EncoderEngine({ graph, device, threads: 1, output: model.output, dimensions }, bulkSchemes(device, { workers }));
  try {
    const rows = probeTexts.map((text) => tokenizer.encode(text));
    const vectors = await engine.run(rows, tokenizer.padId);
    if (!row(vectors, 0, dimensions).every(Number.isFinite)) throw new Error("its vectors hold values that are no numbers");
    const start = performance.now();
    await engine.run(rows, tokenizer.padId);
    const milliseconds = performance.now() - start;
    if (milliseconds > SLOW_MS) return { graph, vectors, captionsPerSecond: (rows.length * 1000) / milliseconds, scheme: smallScheme(rows, milliseconds) };
    return { graph, vectors, captionsPerSecond: await measure(engine, tokenizer), scheme: engine.scheme };
  } finally {
    await engine.close();
  }
}

async function probe(request: ProbeRequest): Promise<ProbeAnswer> {
  const tokenizer = await loadTokenizer(request.model.tokenizer);
  const faults: string[] = [];
  for (const graph of request.graphs) {
    try {
      return await tryGraph(request, graph, tokenizer);
    } catch (error) {
      faults.push(reasonOf(error));
    }
  }
  return { faults };
}

// The body of a probing process: answers one request.
process.once("message", (request: ProbeRequest) => {
  probe(request)
    .catch((error: unknown): ProbeAnswer => ({ faults: [reasonOf(error)] }))
    .then((answer) => process.send?.(answer, () => process.exit()), () => process.exit(1));
});
// A driver that hangs would keep the process from ending by itself.
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
