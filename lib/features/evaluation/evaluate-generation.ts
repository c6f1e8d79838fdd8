import { setImmediate as nextTurn } from "node:timers/promises";
import { drawSome } from "@/lib/core/draw-some";
import { seededRandom } from "@/lib/core/random";
import type { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { GenerationFigures, MissingRetrieval } from "./evaluation-types";
import { chooseFailures } from "./findings/choose-failures";
import { findAlikeImages } from "./findings/find-alike-images";
import { findGaps } from "./findings/find-gaps";
import { findOddCaptions, ODD_CANDIDATES } from "./findings/find-odd-captions";
import type { FailureDetail, Findings, GapDetail } from "./findings/finding-types";
import { chooseQuestions, type Direction } from "./retrieval/choose-questions";
import { type Ranking, rankOwnImage } from "./retrieval/rank-own-image";
import { measureRecallByEf } from "./retrieval/recall-by-ef";
import { retrievalFigures, type RetrievalFigures } from "./retrieval/retrieval-figures";

/** Languages with the most captions; others are left out. */
const LANGUAGES = 4;
/** With fewer images, a single one would decide. */
const LEAST_IMAGES = 50;
/** Neighbours of the measured recall, and queries: each is compared with every caption. */
const GRAPH = { k: 10, queries: 200 };
/** Images looked at for one that is much like them. */
const ALIKE_IMAGES = 5000;

interface Options {
  queries: number;
  seed: number;
  meter: ProgressMeter;
  signal: AbortSignal;
}

interface DirectionResult {
  figures: RetrievalFigures | null;
  missing: MissingRetrieval | null;
  failures: FailureDetail[];
}

/** Positions of the languages with the most captions. */
function mostUsed({ labels, manifest }: LoadedGeneration): number[] {
  const counts = new Array<number>(manifest.languages.length).fill(0);
  for (const language of labels.languages) counts[language]! += 1;
  return [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, LANGUAGES);
}

function rowsIn({ labels }: LoadedGeneration, language: number): Uint32Array {
  return Uint32Array.from(labels.languages.keys()).filter((row) => labels.languages[row] === language);
}

async function measureDirection(generation: LoadedGeneration, direction: Direction, { queries, seed, meter, signal }: Options): Promise<DirectionResult> {
  const random = seededRandom(seed);
  const [from, to] = [generation.manifest.languages[direction.from]!, generation.manifest.languages[direction.to]!];
  const questions = chooseQuestions(generation, direction, queries, random);
  if (questions.images < LEAST_IMAGES) return { figures: null, missing: { from, to, images: questions.images }, failures: [] };
  const among = rowsIn(generation, direction.to);
  const rankings: Ranking[] = [];
  meter.begin("retrieval", questions.rows.length);
  for (const row of questions.rows) {
    rankings.push(rankOwnImage(generation, row, among));
    meter.advanceTo(rankings.length);
    await nextTurn();
    signal.throwIfAborted();
  }
  meter.end();
  const images = new Set(Array.from(among, (row) => generation.labels.imageIds[row]!)).size;
  const figures = { from, to, queries: rankings.length, images: questions.images, among: images, ...retrievalFigures(rankings.map(({ rank }) => rank), seed) };
  return { figures, missing: null, failures: chooseFailures(generation, rankings, among, { from, to }, random) };
}

async function measureGraph(generation: LoadedGeneration, { seed, meter, signal }: Options): Promise<GenerationFigures["graph"]> {
  const { count, hnsw } = generation.manifest;
  if (count <= GRAPH.k) return null;
  const rows = drawSome(Array.from({ length: count }, (_, row) => row), GRAPH.queries, seededRandom(seed));
  meter.begin("recall", rows.length);
  const byEf = await measureRecallByEf(generation, { rows, k: GRAPH.k, seed, signal, onDone: () => meter.advanceTo(meter.current.done + 1) });
  meter.end();
  return { k: GRAPH.k, queries: rows.length, ef: hnsw.ef, byEf };
}

async function findToLookAt(generation: LoadedGeneration, languages: readonly number[], { seed, meter, signal }: Options): Promise<Omit<Findings, "failure">> {
  const images = [...new Set(generation.labels.imageIds)];
  const looked = drawSome(images, ALIKE_IMAGES, seededRandom(seed));
  meter.begin("findings", ODD_CANDIDATES + looked.length);
  const options = { signal, onDone: () => meter.advanceTo(meter.current.done + 1) };
  const pairs = languages.flatMap((first, i) => languages.slice(i + 1).map((second): [number, number] => [first, second]));
  const gap: GapDetail[] = pairs.flatMap((between) => findGaps(generation, images, between));
  const found = { gap, caption: await findOddCaptions(generation, options), alike: await findAlikeImages(generation, looked, options) };
  meter.end();
  return found;
}

/** How well a loaded generation finds, and what is worth a look. The same generation and seed give the same. @throws the signal's reason */
export async function evaluateGeneration(generation: LoadedGeneration, options: Options): Promise<{ figures: GenerationFigures; findings: Findings }> {
  const languages = mostUsed(generation);
  const measured: DirectionResult[] = [];
  for (const from of languages) for (const to of languages) measured.push(await measureDirection(generation, { from, to }, options));
  const figures = {
    id: generation.manifest.id,
    captions: generation.manifest.count,
    retrieval: measured.flatMap((one) => one.figures ?? []),
    missing: measured.flatMap((one) => one.missing ?? []),
    graph: await measureGraph(generation, options),
  };
  return { figures, findings: { failure: measured.flatMap(({ failures }) => failures), ...(await findToLookAt(generation, languages, options)) } };
}
