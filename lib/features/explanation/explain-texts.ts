import { cutRows, dot, row } from "@/lib/core/vector";
import type { EmbeddedPieces, TextKind } from "@/lib/embedding/embedder";
import type { SearchEncoder } from "@/lib/features/serving/searchable";
import type { Explanation, WordLink } from "./explanation";
import { leaveOut } from "./leave-out";
import { cosines, linkWords, type LinkScale } from "./link-words";
import { wordVectors } from "./word-vectors";
import { openWordReader, type Word } from "./words";

interface ExplainOptions {
  /** What the first text is to the model: what is looked for, or what is found. */
  kind: TextKind;
  /** What the others are; what is found, unless given. */
  othersKind?: TextKind;
  /** Whether to measure what the words of the others add as well. */
  bothSides: boolean;
}

const BY_PIECES: LinkScale = { none: 0.32, softness: 0.1, least: 0.3 };
const BY_DIFFERENCES: LinkScale = { none: 0.15, softness: 0.2, least: 0.3 };

/** A text with its words, its vector, and its vector without each of some words. */
interface ReadText {
  text: string;
  words: Word[];
  vector: Float32Array;
  /** By the place of the word. */
  without: Map<number, Float32Array>;
}

/** Texts embedded at once: some ten milliseconds of work. */
const SLICE = 16;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Embeds texts in slices, so that searches need not wait for all of them. @returns texts.length × dimensions, row-major */
async function embedSlices({ embedder, dimensions }: SearchEncoder, texts: readonly string[], kind: TextKind): Promise<Float32Array> {
  const vectors = new Float32Array(texts.length * dimensions);
  for (let start = 0; start < texts.length; start += SLICE) {
    vectors.set(cutRows(await embedder.embed(texts.slice(start, start + SLICE), { kind }), embedder.model.dimensions, dimensions), start * dimensions);
  }
  return vectors;
}

/** Reads and embeds texts, and what is left of them. */
async function readTexts(encoder: SearchEncoder, texts: readonly string[], kind: TextKind, measured: boolean): Promise<ReadText[]> {
  const readWords = await openWordReader();
  const words = texts.map(readWords);
  const remainders = texts.map((text, i) => (measured ? leaveOut(text, words[i]!) : []));
  const vectors = await embedSlices(encoder, [...texts, ...remainders.flat().map(({ text }) => text)], kind);
  const { dimensions } = encoder;
  let next = texts.length;
  return texts.map((text, i) => ({
    text,
    words: words[i]!,
    vector: row(vectors, i, dimensions),
    without: new Map(remainders[i]!.map(({ word }) => [word, row(vectors, next++, dimensions)])),
  }));
}

/** Links between words of content that have a vector. */
function linkContent(a: { words: Word[]; vectors: (Float32Array | null)[] }, b: typeof a, scale: LinkScale): WordLink[] {
  const linked = ({ words, vectors }: typeof a) => words.flatMap(({ kind }, place) => (kind === "content" && vectors[place] ? [{ place, vector: vectors[place].slice() }] : []));
  const [first, second] = [linked(a), linked(b)];
  const links = linkWords(cosines(first.map(({ vector }) => vector), second.map(({ vector }) => vector)), scale);
  return links.map((link) => ({ a: first[link.a]!.place, b: second[link.b]!.place, strength: round(link.strength, 3) }));
}

/** What of a text's vector goes with each of its words. */
const differences = ({ words, vector, without }: ReadText) => words.map((_, i) => without.get(i)?.map((value, d) => vector[d]! - value) ?? (words.length === 1 ? vector : null));

const explainWords = ({ words, vector, without }: ReadText, other: Float32Array) =>
  words.map((word, i) => ({ ...word, contribution: without.has(i) ? round(dot(vector, other) - dot(without.get(i)!, other), 4) : null }));

/**
 * Why a text is as alike as it is to each of others: which of its words meet which of theirs, and what each adds to the cosine, measured by leaving it out.
 * A pair of captions costs some 20 embeddings, a further caption one more, or some ten with `bothSides`.
 * @throws AppError `model_unavailable`
 */
export async function explainTexts(encoder: SearchEncoder, a: string, others: readonly string[], { kind, othersKind = "document", bothSides }: ExplainOptions): Promise<Explanation[]> {
  const { embedder } = encoder;
  const pieces = await embedder.embedPieces(others, { kind: othersKind });
  const own = pieces && (await embedder.embedPieces([a], { kind }));
  const [first] = await readTexts(encoder, [a], kind, true);
  const second = await readTexts(encoder, others, othersKind, bothSides || pieces === null);
  const vectorsOf = (read: ReadText, embedded: EmbeddedPieces | undefined) => ({ words: read.words, vectors: embedded ? wordVectors(read.words, embedded, embedder.model.dimensions) : differences(read) });
  const [linkedBy, scale] = pieces ? (["pieces", BY_PIECES] as const) : (["differences", BY_DIFFERENCES] as const);
  const asker = vectorsOf(first!, own?.[0]);
  return second.map((other, i) => ({
    a: { text: a, words: explainWords(first!, other.vector) },
    b: { text: other.text, words: bothSides ? explainWords(other, first!.vector) : other.words.map((word) => ({ ...word, contribution: null })) },
    score: round(dot(first!.vector, other.vector), 4),
    links: linkContent(asker, vectorsOf(other, pieces?.[i]), scale),
    linkedBy,
  }));
}
