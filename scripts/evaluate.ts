import type { EvaluationRequest } from "@/lib/features/evaluation/evaluation-request";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import type { JobView } from "@/lib/features/jobs/job-types";
import path from "node:path";
import { defineCommand } from "./cli/command";
import { runRecordedJob } from "./cli/job-command";
import { parseCount } from "./cli/parse-count";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentEvaluation } from "./present/evaluations";
import { presentQueuedJob } from "./present/job";

interface Options extends WaitOptions {
  generation?: string;
  seed?: number;
  queries?: number;
  sts?: string[];
  parallel?: string[];
  last?: number;
  model?: string;
}

/** A worker may run in another folder. */
const absolute = (files: readonly string[] = []) => files.map((file) => path.resolve(file));

function toRequest({ generation, seed, queries, sts, parallel, last, model }: Options): Partial<EvaluationRequest> {
  const given = { generation, seed, queries, last, encoder: model === undefined ? undefined : { model } };
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), sts: absolute(sts), parallel: absolute(parallel) };
}

export const command = defineCommand<Options, EvaluationView | JobView>({
  name: "evaluate",
  summary: "Measure how well captions and sentences are found, and keep the figures.",
  description:
    "Asks captions of the active generation for another caption of their image, within each language and between them, and measures rank, recall of the graph and what scores mean. " +
    "Each figure comes with its 95 % interval; the same seed gives the same figures. Sentence files are measured with the generation's encoder, or with another one. Results are kept, and /evaluation shows them.",
  examples: [
    { line: "npm run evaluate", about: "The active generation." },
    { line: "npm run evaluate -- --sts jsts-valid.tsv --parallel tanaka-en-ja.tsv", about: "Sentence files too: scores by people, and translations." },
    { line: "npm run evaluate -- --model ./my-models/its-name --sts jsts-valid.tsv", about: "Another encoder, on the sentences alone." },
  ],
  configure: (program) =>
    addWaitOptions(program)
      .option("--generation <id>", "of the index (default: the active one)")
      .option("--queries <n>", "captions asked in each direction, at most (default: 1 000)", parseCount)
      .option("--seed <n>", "the same seed gives the same figures (default: 0)", parseCount)
      .option("--sts <files...>", "sentence pairs with a score: columns score, sentence, sentence (JSTS), or JSICK's")
      .option("--parallel <files...>", "columns English, Japanese; the last pairs are measured")
      .option("--last <n>", "how many pairs of a parallel file (default: 2 000)", parseCount)
      .option("--model <ref>", "another encoder, on the sentence files alone; as of npm run ingest"),
  run: async (context) => {
    const job = await runRecordedJob(context, "evaluate", toRequest(context.options));
    return job.state === "done" ? (job.result as EvaluationView) : job;
  },
  present: (result) => ("report" in result ? presentEvaluation(result) : presentQueuedJob(result)),
});

runAsMain(command, import.meta.url);
