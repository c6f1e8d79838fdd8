import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { findActiveGeneration } from "@/lib/database/generations";
import { listEvaluations, readFindings } from "@/lib/database/evaluations";
import { createFakeEmbedder } from "@/lib/embedding/fake-embedder";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { SmallCorpus } from "@/lib/features/reindexing/testing/small-corpus";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import { evaluateGeneration } from "./evaluate-generation";
import { evaluateHandler } from "./evaluate-handler";
import { type EvaluationRequest, evaluationRequestSchema } from "./evaluation-request";
import type { AlikeDetail, CaptionDetail, FailureDetail, GapDetail } from "./findings/finding-types";

const IMAGES = 60;
const ODD = "zzz yyy xxx www";

/**
 * Four captions an image, of the image's own four words in some order, as if in two languages. The first ten images share three of them with the next one, so that they are hard to tell apart;
 * one caption of image 30 says nothing of it.
 */
function someCaptions(): [string, string, string][] {
  const random = seededRandom(2);
  const word = () => Array.from({ length: 6 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("");
  const words = Array.from({ length: IMAGES }, () => [word(), word(), word(), word()]);
  for (let i = 0; i < 10; i += 2) words[i + 1] = [...words[i]!.slice(0, 3), words[i + 1]![3]!];
  return words.flatMap(([a, b, c, d], i) => [["en", `${a} ${b} ${c} ${d}`], ["en", i === 30 ? ODD : `${d} ${c} ${b} ${a}`], ["ja", `${b} ${a} ${d} ${c} です`], ["ja", `${c} ${d} ${a} ${b} でした`]].map(([language, text]): [string, string, string] => [`image ${i}`, text!, language!]));
}

let corpus: SmallCorpus;
beforeAll(async () => {
  corpus = await SmallCorpus.create(createFakeEmbedder({ dimensions: 256 }));
  await corpus.ingest("captions", someCaptions());
}, 120_000);
afterAll(() => corpus.remove());

async function evaluate(request: Partial<EvaluationRequest> = {}, signal = new AbortController().signal) {
  const id = await openJobHere(corpus.db, corpus.dataDir, "evaluate", evaluationRequestSchema.parse(request), "command line");
  return runJobHere(corpus.db, corpus.dataDir, id, { handler: evaluateHandler, signal });
}

async function measure(queries = 1000) {
  const { id } = (await findActiveGeneration(corpus.db))!;
  const generation = await new GenerationStore(corpus.dataDir).load(id);
  try {
    return await evaluateGeneration(generation, { queries, seed: 0, meter: new ProgressMeter(() => undefined), signal: new AbortController().signal });
  } finally {
    await generation.release();
  }
}

const textOf = async (id: number) => (await corpus.db.caption.findUniqueOrThrow({ where: { id } })).text;

describe("an evaluation of a generation", { timeout: 120_000 }, () => {
  it("asks each language of itself and of the other, among the images that have captions to find", async () => {
    const { figures } = await measure();
    expect(figures.retrieval.map(({ from, to, queries, among }) => [from, to, queries, among])).toEqual([["en", "en", 60, 60], ["en", "ja", 60, 60], ["ja", "en", 60, 60], ["ja", "ja", 60, 60]]);
    expect(figures.missing).toEqual([]);
    for (const { recall1, recall10 } of figures.retrieval) expect(recall10.value).toBeGreaterThanOrEqual(recall1.value);
    expect(figures.graph).toMatchObject({ k: 10, queries: 200 });
    expect(figures.graph?.byEf.at(-1)?.recall.value).toBeGreaterThan(0.99);
  });

  it("gives the same figures and findings each time", async () => {
    expect(await measure()).toEqual(await measure());
  });

  it("asks as many captions as are wanted", async () => {
    expect((await measure(50)).figures.retrieval.map(({ queries, images }) => [queries, images])).toEqual(Array.from({ length: 4 }, () => [50, 60]));
  });

  it("finds the caption that says nothing of its image, and the image whose languages part by it", async () => {
    const { findings } = await measure();
    expect(await textOf(findings.caption[0]!.caption)).toBe(ODD);
    expect(await textOf(findings.gap[0]!.captions[0])).toBe(ODD);
  });

  it("names the images that share most of their words as hard to tell apart", async () => {
    const { findings } = await measure();
    const names = await Promise.all(findings.alike.slice(0, 5).map(async ({ images }) => (await Promise.all(images.map((id) => corpus.db.image.findUniqueOrThrow({ where: { id } })))).map(({ externalId }) => externalId).sort()));
    expect(names.sort()).toEqual([0, 2, 4, 6, 8].map((i) => [`image ${i}`, `image ${i + 1}`]));
  });

  it("keeps queries that failed with what they found instead", async () => {
    const { findings: { failure } } = await measure();
    const worst = failure.find(({ from, to }) => from === "en" && to === "en")!;
    expect(worst.chosen).toBe("worst");
    expect(worst.rank).toBeGreaterThan(1);
    expect(worst.found[0]!.score).toBeGreaterThan(worst.right.score);
    expect(worst.found.map(({ caption }) => caption)).not.toContain(worst.query);
  });
});

describe("the job", { timeout: 120_000 }, () => {
  it("refuses sentences that cannot be read before it measures anything", async () => {
    const file = path.join(corpus.folder, "bad.tsv");
    await writeFile(file, "1\tonly one\n");
    await expect(evaluate({ sts: [file] })).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("line 1") as string });
    expect(await listEvaluations(corpus.db, 10)).toEqual([]);
  });

  it("asks for sentences where another encoder is to be measured", async () => {
    await expect(evaluate({ encoder: { model: "kotomap-ja-en-v1" } })).rejects.toMatchObject({ code: "invalid_parameter", field: "encoder" });
  });

  it("names a generation that is not there", async () => {
    await expect(evaluate({ generation: "20261124-101530-3f9a" })).rejects.toMatchObject({ code: "not_found", field: "generation" });
  });
});

it("findings have the forms that pages read", async () => {
  const { findings } = await measure();
  const [failure, gap, caption, alike] = [findings.failure[0] as FailureDetail, findings.gap[0] as GapDetail, findings.caption[0] as CaptionDetail, findings.alike[0] as AlikeDetail];
  expect([failure.rank, gap.captions.length, caption.rank, alike.images.length]).toEqual([expect.any(Number), 2, expect.any(Number), 2]);
  expect(await readFindings(corpus.db, 1, "failure", { offset: 0, limit: 10, direction: null })).toEqual({ total: 0, details: [] });
});
