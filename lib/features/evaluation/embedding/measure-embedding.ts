import { readdir } from "node:fs/promises";
import path from "node:path";
import { dot, row } from "@/lib/core/vector";
import { loadBundledModel } from "@/lib/embedding/model-store";
import type { StoredModel } from "@/lib/embedding/stored-model";
import { loadTokenizer } from "@/lib/embedding/tokenizer";
import { bareSession, bareThreads, fileOrder, tokenizerAlone } from "./bare-contenders";
import type { Contender } from "./contender";
import { ownContender } from "./own-contenders";
import { type PeerProgram, peerContender } from "./peer-contender";

/** A program to compare with, made ready for a model and its texts. */
export interface Peer {
  name: string;
  /** How much faster Kotomap is to be. */
  target: number;
  prepare: (model: PeerModel, texts: readonly string[]) => Promise<PeerProgram>;
  /** Why it takes no part, for people; null where it does. */
  missing: string | null;
}

/** What other programs have to know of the model; paths of its files. */
export interface PeerModel {
  graph: string;
  output: string;
  portable: string;
  /** Files that the portable graph refers to, beside it. */
  weights: string[];
  tokenizer: string;
  padId: number;
  maxTokens: number;
  dimensions: number;
}

export interface ContenderResult {
  name: string;
  about: string;
  /** Captions a second; null where it took no part, for the reason that `about` gives. */
  median: number | null;
  best: number | null;
  /** Kotomap's captions a second ÷ its own, the median over the rounds. */
  ratio: number | null;
  target: number | null;
  /** Lowest cosine of its vectors with Kotomap's, over some texts. */
  agreement: number | null;
}

export interface EmbeddingMeasurement {
  model: string;
  captions: number;
  cores: number;
  rounds: number;
  results: ContenderResult[];
  tokenizer: {
    /** On one thread. */
    captionsPerSecond: number;
    /** Of the processor time of a caption. */
    share: number;
  };
  /** Share of the time in which the main thread was busy. */
  mainThread: number;
}

interface MeasureOptions {
  modelsDir: string;
  texts: readonly string[];
  cores: number;
  rounds: number;
  peers: readonly Peer[];
  signal: AbortSignal;
  onStep: (stage: string, done: number, total: number | null) => void;
}

interface Entry {
  name: string;
  target: number | null;
  contender: Contender;
  about: string;
  agreement: number | null;
  seconds: number[];
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function leastCosine(a: Float32Array, b: Float32Array, dimensions: number): number {
  return Math.min(...Array.from({ length: Math.min(a.length, b.length) / dimensions }, (_, i) => dot(row(a, i, dimensions), row(b, i, dimensions))));
}

function toResult({ name, about, target, agreement, seconds }: Entry, captions: number, own: readonly number[]): ContenderResult {
  const rates = seconds.map((value) => captions / value);
  return { name, about, target, agreement, median: median(rates), best: Math.max(...rates), ratio: median(seconds.map((value, i) => value / (own[i] ?? NaN))) };
}

async function describeModel({ graphs, identity, output, tokenizer }: StoredModel): Promise<PeerModel> {
  const { padId } = await loadTokenizer(tokenizer);
  const folder = path.dirname(graphs.portable);
  const weights = (await readdir(folder)).filter((name) => name.endsWith(".bin")).map((name) => path.join(folder, name));
  return { graph: graphs.cpu, output: output.name, portable: graphs.portable, weights, tokenizer: tokenizer.file, padId, maxTokens: identity.maxTokens, dimensions: identity.dimensions };
}

function listEntries(model: StoredModel, texts: readonly string[], cores: number): [name: string, target: number | null, contender: Contender][] {
  const many = `${cores} sessions × 1 thread`;
  return [
    [`session.run alone, 1 session × ${cores} threads`, 0.85, bareSession(model, texts, cores)],
    [`session.run alone, ${many}`, null, bareThreads(model, texts, cores)],
    ["file order, batches of 32, tokenizing included", 1.5, fileOrder(model, texts, cores)],
    ["Kotomap with 1 session × 1 thread", null, ownContender(model, texts, { workers: 1 })],
    [`Kotomap with 1 session × ${cores} threads`, null, ownContender(model, texts, { workers: 1, threads: cores })],
    [`Kotomap with ${many}`, null, ownContender(model, texts, { workers: cores })],
  ];
}

/**
 * Embeds the same texts in several ways, one after another in every round, so that a busy machine is as busy for all.
 * Opening and warming up do not count.
 */
export async function measureEmbedding({ modelsDir, texts, cores, rounds, peers, signal, onStep }: MeasureOptions): Promise<EmbeddingMeasurement> {
  const model = await loadBundledModel(modelsDir);
  const { dimensions, name } = model.identity;
  const own = ownContender(model, texts);
  const alone = tokenizerAlone(model, texts);
  const wanted: [string, number | null, Contender][] = [["Kotomap, automatic", null, own], ...listEntries(model, texts, cores), ["tokenizer", null, alone]];
  for (const peer of peers.filter(({ missing }) => missing === null)) wanted.push([peer.name, peer.target, peerContender(await peer.prepare(await describeModel(model), texts))]);
  const entries: Entry[] = [];
  const mainThread: number[] = [];
  try {
    let reference = new Float32Array();
    for (const [title, target, contender] of wanted) {
      signal.throwIfAborted();
      onStep("open", entries.length, wanted.length);
      const entry: Entry = { name: title, target, contender, about: "", agreement: null, seconds: [] };
      entries.push(entry);
      const { about, sample } = await contender.open();
      if (contender === own && sample) reference = new Float32Array(sample);
      Object.assign(entry, { about, agreement: sample && contender !== own ? leastCosine(sample, reference, dimensions) : null });
    }
    for (let r = 0; r < rounds; r++) {
      for (const [i, { contender, seconds }] of entries.entries()) {
        signal.throwIfAborted();
        onStep("measure", r * entries.length + i, rounds * entries.length);
        seconds.push(await contender.round());
      }
      mainThread.push(own.busy);
    }
  } finally {
    for (const { contender } of entries) await contender.close();
  }
  const ownSeconds = entries[0]?.seconds ?? [];
  const tokenizing = entries.find(({ contender }) => contender === alone)?.seconds ?? [];
  const results = entries.filter(({ contender }) => contender !== alone).map((entry) => toResult(entry, texts.length, ownSeconds));
  const absent = peers.flatMap(({ name: title, target, missing }) => (missing === null ? [] : [{ name: title, about: missing, median: null, best: null, ratio: null, target, agreement: null }]));
  return {
    model: name,
    captions: texts.length,
    cores,
    rounds,
    results: [...results, ...absent],
    tokenizer: { captionsPerSecond: texts.length / median(tokenizing), share: median(tokenizing.map((seconds, i) => seconds / (cores * (ownSeconds[i] ?? NaN)))) },
    mainThread: median(mainThread),
  };
}
