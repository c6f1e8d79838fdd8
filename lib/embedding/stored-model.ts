import type { ModelIdentity } from "./embedder";
import type { TokenizerSetup } from "./tokenizer-setup";

/** How the vectors of a text's tokens become that of the text: their mean, or that of the first token. */
export type Pooling = "mean" | "cls";

/** What of a graph's outputs becomes vectors. */
export interface VectorOutput {
  /** The output's name. */
  name: string;
  /** Null where the output is batch × dimensions; else it is batch × sequence × dimensions. */
  pooling: Pooling | null;
}

/** What stands before a text of its kind before it is tokenized, such as "query: ". */
export interface TextPrefix {
  query: string;
  document: string;
}

/** Paths of the ONNX graphs of one model; their weights lie beside them. All give the same vectors but for rounding (cosine ≥ 0.99). */
export interface ModelGraphs {
  /** For the CPU. The one that the model's identity names. */
  cpu: string;
  /** In float32, of operators that any device has. */
  portable: string;
  /** In float16, for devices that compute in it; null where the model has none. */
  gpu: string | null;
  /** On the CPU, with what happens inside: outputs hidden_0 … hidden_n (batch × sequence × dimensions) and attention_0 … (batch × head × query × key). Null where the model has none. */
  inspect: string | null;
}

/** A model on disk, its files verified: plain data, so that it can be handed to threads and processes. */
export interface StoredModel {
  identity: ModelIdentity;
  /** Lengths that its vectors may be cut to and renormalised, the full one first. */
  dimensionChoices: number[];
  graphs: ModelGraphs;
  tokenizer: TokenizerSetup;
  output: VectorOutput;
  prefix: TextPrefix;
}
