import { AppError } from "@/lib/core/errors";
import { normaliseRows, row } from "@/lib/core/vector";
import { toFeeds } from "../batch-encoder";
import type { ModelIdentity } from "../embedder";
import { openSession, type OutputValues } from "../onnx-session";
import { poolTokens } from "../pool-tokens";
import type { StoredModel } from "../stored-model";
import { loadTokenizer } from "../tokenizer";
import { findInspectedOutputs } from "./inspected-outputs";
import type { InspectedText, Inspection } from "./inspection";

/** An encoder that tells what it does with a text. */
export interface Inspector {
  readonly model: ModelIdentity;
  /** Lengths that its vectors may be cut to, the full one first. */
  readonly dimensionChoices: readonly number[];
  readonly vocabularySize: number;
  /** How the tokenizer chooses among the pieces of its vocabulary: "Unigram", "BPE", "WordPiece", … */
  readonly tokenizerKind: string;
  /** The id that fills the shorter texts of a batch. */
  readonly padId: number;
  /** Layers that it tells of; 0 where the model has no graph for that. */
  readonly layers: number;
  /**
   * Computes on the calling thread: two texts of 16 pieces take some 40 ms on one core, two of 128 some 0.25 s.
   * @param texts one or two; what is beyond the model's token limit is cut off
   */
  inspect: (texts: readonly string[]) => Promise<Inspection>;
  close: () => Promise<void>;
}

/** The part of one text of a batch, in memory of its own: that of the runtime goes with the batch. */
function partOf({ data }: OutputValues, index: number, texts: number): Float32Array {
  const length = data.length / texts;
  return data.slice(index * length, (index + 1) * length);
}

/** Vectors of the texts, as the embedder makes them. */
function toVectors({ data }: OutputValues, lengths: number[], width: number, { identity: { dimensions }, output }: StoredModel): Float32Array {
  const pooled = output.pooling ? poolTokens(data, lengths, width, dimensions, output.pooling) : Float32Array.from(data);
  if (pooled.length !== lengths.length * dimensions) throw new AppError("internal", `The encoder gave ${pooled.length} values for ${lengths.length} texts.`);
  return normaliseRows(pooled, dimensions);
}

/**
 * Opens the model's graph for looking inside, or else the one that it computes with on the CPU. It is left as it is: made faster, it would hold the thread for 0.2 s
 * while it is opened, and not give back its memory when it is closed, for 20 ms less a text. The bundled model's graph takes 230 MB.
 * @param threads that compute
 * @throws AppError `model_unavailable` where graph or tokenizer cannot be opened
 */
export async function openInspector(model: StoredModel, threads = 1): Promise<Inspector> {
  const tokenizer = await loadTokenizer(model.tokenizer);
  const session = await openSession(model.graphs.inspect ?? model.graphs.cpu, { threads, plain: true });
  const inputs = new Set(session.inputs.map(({ name }) => name));
  const names = findInspectedOutputs(session.outputs, model);
  const wanted = [...new Set([names.vector, ...(names.tokens ? [names.tokens] : []), ...names.hidden, ...names.attention])];

  return {
    model: model.identity,
    dimensionChoices: model.dimensionChoices,
    vocabularySize: tokenizer.vocabularySize,
    tokenizerKind: tokenizer.kind,
    padId: tokenizer.padId,
    layers: names.attention.length,
    inspect: async (texts) => {
      const start = performance.now();
      const pieces = texts.map((text) => tokenizer.readPieces(text, model.prefix.document));
      const rows = pieces.map((own) => own.map(({ id }) => id));
      const { feeds, shape } = toFeeds(rows, tokenizer.padId, inputs);
      const values = await session.runAll(feeds, shape, wanted);
      const valuesOf = new Map(wanted.map((name, i) => [name, values[i] as OutputValues]));
      const take = (name: string) => valuesOf.get(name) as OutputValues;
      const vectors = toVectors(take(names.vector), rows.map(({ length }) => length), shape[1], model);
      const { dimensions } = model.identity;
      const inspected = texts.map((text, i): InspectedText => {
        const part = (name: string) => partOf(take(name), i, texts.length);
        return { text, pieces: pieces[i] ?? [], hidden: names.hidden.map(part), attention: names.attention.map(part), tokens: names.tokens === null ? null : part(names.tokens), vector: row(vectors, i, dimensions) };
      });
      const [first] = names.attention;
      return { texts: inspected, width: shape[1], dimensions, heads: first ? (take(first).shape[1] ?? 0) : 0, milliseconds: performance.now() - start };
    },
    close: () => session.close(),
  };
}
