/** Which encoder made a vector. Vectors of different `sha256` or `dimensions` never meet in one index. */
export interface ModelIdentity {
  /** The model's id, such as "kotomap-ja-en-v1". */
  name: string;
  /** SHA-256 (hex) over the files that decide a vector. */
  sha256: string;
  /** Length of the vectors. */
  dimensions: number;
  /** Longer texts are cut to this many tokens. */
  maxTokens: number;
  /** BCP 47 tags of the languages it was trained for. */
  languages: string[];
}

export type Device = "cpu" | "cuda" | "webgpu" | "dml" | "coreml";

export interface EmbedOptions {
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
  readonly device: Device;
  /** @returns texts.length × dimensions, row-major, in the order of `texts` */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /**
   * Embeds chunk by chunk, in order, reading and tokenizing the next chunk before the current one is finished.
   * At most two chunks are in memory, whatever the length of the stream.
   */
  embedStream<T>(chunks: AsyncIterable<T[]>, textOf: (item: T) => string, options?: EmbedOptions): AsyncIterable<EmbeddedChunk<T>>;
  close(): Promise<void>;
}
