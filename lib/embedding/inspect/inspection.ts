import type { Piece } from "../piece";

/** What happens to one text inside an encoder. Rows are those of its batch: after its own pieces follows padding. */
export interface InspectedText {
  text: string;
  /** Its own pieces; padding is none of them. */
  pieces: Piece[];
  /** The vectors of its rows, width × dimensions, row-major: what the first layer is given, then what each layer makes of it. Empty where the graph does not tell. */
  hidden: Float32Array[];
  /** By layer: how much each row looks at each row, heads × width × width (head, query, key), every query's weights with the sum 1. Empty where the graph does not tell. */
  attention: Float32Array[];
  /** The last vectors of its rows, width × dimensions; null where the graph gives vectors of whole texts only. */
  tokens: Float32Array | null;
  /** The vector of the text, of length 1. */
  vector: Float32Array;
}

/** One batch of texts, seen from inside. */
export interface Inspection {
  texts: InspectedText[];
  /** Rows of each text, padding included: the pieces of the longest. */
  width: number;
  dimensions: number;
  /** 0 where the graph does not tell of attention. */
  heads: number;
  /** Milliseconds that computing took. */
  milliseconds: number;
}

/** Bytes that the values of an inspection take. */
export function inspectionBytes({ texts }: Inspection): number {
  return texts.reduce((sum, { hidden, attention, tokens, vector }) => sum + [...hidden, ...attention, tokens ?? vector, vector].reduce((bytes, values) => bytes + values.byteLength, 0), 0);
}
