import { toAppError } from "@/lib/core/errors";
import { layOutFiles } from "@/lib/features/evaluation/layout/lay-out-files";

/** A process of its own, so that its peak memory is that of one layout: prints seconds, peak memory and divergence as JSON. */
const [folder = "", output = "", perplexity, iterations, threads] = process.argv.slice(2);

try {
  console.log(JSON.stringify(await layOutFiles(folder, output, { perplexity: Number(perplexity), iterations: Number(iterations), threads: Number(threads) })));
} catch (error) {
  console.error(toAppError(error).message);
  process.exitCode = 1;
}
