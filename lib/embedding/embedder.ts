import type { Device } from "@/lib/core/devices";
import type { Piece } from "./piece";

/** Which encoder made a vector. Vectors of different `sha256` never meet in one index. */
export interface ModelIdentity {
  /** The model's id, such as "kotomap-ja-en-v1". */
  name: string;
  /** SHA-256 (hex) over the files and settings that decide a vector. One model's graphs for other devices do not count: they have to give the same vectors. */
  sha256: string;
  /** Length of the vectors, before they are cut. */
  dimensions: number;
  /** Longer texts are cut to this many tokens. */
  maxTokens: number;
  /** BCP 47 tags of the languages it was trained for; empty where that is not known. */
  languages: string[];
}

/** Models may treat what is looked for otherwise than what is found. */
export type TextKind = "query" | "document";

export interface EmbedOptions {
  /** "document" unless given. */
  kind?: TextKind;
  signal?: AbortSignal;
}

/** Texts of one chunk with their vectors, row i belonging to items[i]. */
export interface EmbeddedChunk<T> {
  items: T[];
  /** items.length × dimensions, row-major, every row of length 1. */
  vectors: Float32Array;
}

/** Text → vector. A vector depends on its text alone, never on the texts embedded with it, but for rounding (less than 1e-6 a value). */
export interface Embedder {
  readonly model: ModelIdentity;
  /** What computes now: it changes where a device fails. */
  readonly device: Device;
  /** @returns texts.length × dimensions, row-major, in the order of `texts` */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /**
   * Embeds documents chunk by chunk, in order. Reading, tokenizing and computing run at once, and go on while the caller
   * works on a chunk; a handful of chunks is in memory, whatever the length of the stream.
   */
  embedStream<T>(chunks: AsyncIterable<T[]>, textOf: (item: T) => string, options?: Pick<EmbedOptions, "signal">): AsyncIterable<EmbeddedChunk<T>>;
  close(): Promise<void>;
}

/** A text by its pieces, special ones included, and the vectors that the encoder gives them in its company. */
export interface EmbeddedPieces {
  pieces: Piece[];
  /** pieces.length × dimensions, row-major, of any length. */
  vectors: Float32Array;
}

/** An embedder that also tells what the vectors of texts are made of. */
export interface PieceEmbedder extends Embedder {
  /** One for each text, in their order; null where the model gives vectors of whole texts only. */
  embedPieces(texts: readonly string[], options?: EmbedOptions): Promise<EmbeddedPieces[] | null>;
}
