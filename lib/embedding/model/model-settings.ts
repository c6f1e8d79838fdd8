import type { Pooling } from "../stored-model";

/** What a person says of a model; it goes before what the model's own files say. */
export interface ModelSettings {
  pooling?: Pooling;
  /** Stands before every query, such as "query: ". */
  queryPrefix?: string;
  /** Stands before every caption, such as "passage: ". */
  documentPrefix?: string;
  /** Longer texts are cut to this many tokens. */
  maxTokens?: number;
}
