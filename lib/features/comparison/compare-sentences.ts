import pLimit from "p-limit";
import { AppError } from "@/lib/core/errors";
import { processSingleton } from "@/lib/core/process-singleton";
import { dot, row as rowOf } from "@/lib/core/vector";
import { layOutVectors } from "@/lib/features/caption-map/selection/lay-out-vectors";
import { selectCaptions } from "@/lib/features/caption-map/selection/select-captions";
import { hasJapanese } from "@/lib/features/lexicon/surface-tokens";
import { roundScore } from "@/lib/features/search/find-hits";
import { nameCaptions } from "@/lib/features/search/refine-query";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import { clusterSentences, leavesOf } from "./cluster";
import { checkGroups, type ComparisonRequest, FEWEST_SENTENCES, MOST_SENTENCES } from "./comparison-request";
import type { ComparedSentence, Comparison, SentenceGroup } from "./comparison-types";
import { embedByOther } from "./other-encoders";
import { compareOpinions } from "./second-opinion";

/** Comparisons computed at once: they share the server's thread with searches. */
const AT_ONCE = 2;
const limit = () => processSingleton("comparison limit", () => pLimit(AT_ONCE));

/**
 * Sentences, typed or of images, each with each.
 * @throws AppError `invalid_parameter` for too few, too many or too long ones, `not_found` for an image that is not in the index; as searches do; the signal's reason
 */
export async function compareSentences(request: ComparisonRequest, signal: AbortSignal): Promise<Comparison> {
  checkGroups(request.groups, "text");
  return searchEngine().use((serving) => limit()(() => compare(serving, request, signal)));
}

interface Gathered {
  sentences: ComparedSentence[];
  groups: SentenceGroup[];
  /** n × dimensions of the encoder, rows of length 1. */
  vectors: Float32Array;
}

async function compare(serving: Serving, request: ComparisonRequest, signal: AbortSignal): Promise<Comparison> {
  signal.throwIfAborted();
  const gathered = await gather(serving, request);
  const { sentences, groups, vectors } = gathered;
  const { name, dimensions } = serving.embedder.model;
  const similarities = matrixOf(vectors, dimensions);
  const tree = clusterSentences(similarities);
  return {
    sentences,
    groups,
    model: { id: name, dimensions },
    similarities,
    tree,
    order: leavesOf(tree),
    ...meansOf(sentences, similarities),
    layout: await layOut(vectors, dimensions, sentences, request, signal),
    other: request.other === undefined ? null : await secondOpinion(serving, gathered, similarities, request.other, signal),
  };
}

/** All sentences in one batch: a caption's own vector may have been cut in the index. */
async function gather(serving: Serving, { groups: typed, images = [] }: ComparisonRequest): Promise<Gathered> {
  const ofImages = await Promise.all(images.map(async (image) => ({ image, captions: await captionsOf(serving, image) })));
  const groups: SentenceGroup[] = [...ofImages.map(({ image, captions }) => ({ image, sentences: captions.length })), ...typed.map((texts) => ({ image: null, sentences: texts.length }))];
  const sentences = [
    ...ofImages.flatMap(({ captions }, group) => captions.map(({ id, text, language }): ComparedSentence => ({ text, language, group, caption: id }))),
    ...typed.flatMap((texts, i) => texts.map((text): ComparedSentence => ({ text, language: languageOf(text), group: ofImages.length + i, caption: null }))),
  ];
  if (sentences.length < FEWEST_SENTENCES || sentences.length > MOST_SENTENCES) {
    throw new AppError("invalid_parameter", `There ${sentences.length === 1 ? "is 1 sentence" : `are ${sentences.length} sentences`} to compare. Give ${FEWEST_SENTENCES} to ${MOST_SENTENCES}, one a line.`, { field: "text" });
  }
  return { sentences, groups, vectors: await serving.embedder.embed(sentences.map(({ text }) => text), { kind: "query" }) };
}

async function captionsOf(serving: Serving, image: { collection: string; id: string }) {
  const rows = await selectCaptions(serving, { images: [image], limit: 0 });
  return (await nameCaptions(serving, rows.map((row) => String(serving.generation.labels.captionIds[row])), "images")).map(({ caption }) => caption);
}

/** Enough to choose a font by. */
function languageOf(text: string): string | null {
  if (hasJapanese(text)) return "ja";
  return /[a-z]/iu.test(text) ? "en" : null;
}

function matrixOf(vectors: Float32Array, dimensions: number): number[][] {
  const rows = Array.from({ length: vectors.length / dimensions }, (_, i) => rowOf(vectors, i, dimensions));
  return rows.map((a, i) => rows.map((b, j) => (i === j ? 1 : roundScore(dot(a, b)))));
}

/** Mean cosines of the pairs within a group, and of those across two. */
function meansOf(sentences: readonly ComparedSentence[], similarities: number[][]): Pick<Comparison, "within" | "across"> {
  const sums = { within: 0, across: 0 };
  const counts = { within: 0, across: 0 };
  similarities.forEach((row, a) => {
    row.slice(a + 1).forEach((cosine, i) => {
      const kind = sentences[a]!.group === sentences[a + 1 + i]!.group ? "within" : "across";
      sums[kind] += cosine;
      counts[kind]++;
    });
  });
  const mean = (kind: "within" | "across") => (counts[kind] > 0 ? roundScore(sums[kind] / counts[kind]) : null);
  return { within: mean("within"), across: mean("across") };
}

async function layOut(vectors: Float32Array, dimensions: number, sentences: readonly ComparedSentence[], { method }: ComparisonRequest, signal: AbortSignal): Promise<Comparison["layout"]> {
  const { coordinates, parameters } = await layOutVectors(vectors, dimensions, sentences.map(({ group }) => group), { method, distance: "euclidean", components: 2 }, { signal });
  const { perplexity } = parameters as { perplexity?: number };
  return { method, perplexity: perplexity ?? null, coordinates: sentences.map((_, i) => [coordinates[2 * i]!, coordinates[2 * i + 1]!]) };
}

async function secondOpinion(serving: Serving, { sentences, vectors }: Gathered, similarities: number[][], other: string, signal: AbortSignal): Promise<Comparison["other"]> {
  const seen = await embedByOther(serving, other, sentences.map(({ text }) => text), { vectors, dimensions: serving.embedder.model.dimensions }, "query", signal);
  return compareOpinions(similarities, matrixOf(seen.vectors, seen.dimensions), { id: seen.name, dimensions: seen.dimensions });
}
