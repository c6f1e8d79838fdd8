import { toAppError } from "@/lib/core/errors";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";

/** A process of its own, so that its peak memory is that of one ingest: prints stages (seconds), the summary and peak RSS as JSON. */
const [file, collection] = process.argv.slice(2);
const stages: Record<string, number> = {};
let stage = "check";
let since = performance.now();

function enter(next: string): void {
  stages[stage] = (stages[stage] ?? 0) + (performance.now() - since) / 1000;
  [stage, since] = [next, performance.now()];
}

try {
  const summary = await ingestCaptions(
    { files: [file ?? ""], collection: collection ?? null, language: null, maxBadShare: 0.01, imagesDir: null },
    { onProgress: (progress) => void (progress.stage !== stage && enter(progress.stage)) },
  );
  enter("end");
  console.log(JSON.stringify({ summary, stages, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
} catch (error) {
  console.error(toAppError(error).message);
  process.exitCode = 1;
}
