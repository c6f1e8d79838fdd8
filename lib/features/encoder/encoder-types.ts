import type { Piece } from "@/lib/embedding/piece";
import type { Pooling } from "@/lib/embedding/stored-model";
import type { AttentionHabits } from "./attention";
import type { SharedWord } from "./sentence-path";
import type { VectorCut } from "./vector-cuts";

/** What the encoder makes of one sentence. */
export interface EncodedText {
  text: string;
  pieces: Piece[];
  /** 1 for each of its pieces, 0 for what fills its row up to the longer sentence's length. */
  mask: number[];
  /** The largest weight that a piece gives to padding, in all heads; null where there is no padding, or the model does not tell. */
  paddingWeight: number | null;
  /** Share of each piece in the vector, along its direction; null where it is not the mean of the pieces. */
  shares: number[] | null;
  /** Of length 1. */
  vector: number[];
}

/** Answer of GET /api/v1/encoder. Numbers are rounded. */
export interface EncoderAnswer {
  model: { id: string; dimensions: number; maxTokens: number; vocabulary: number; padId: number; pooling: Pooling | null;
    /** How the tokenizer chooses its pieces: "Unigram", "BPE", "WordPiece", … */
    tokenizer: string;
    /** 0 where the model has no graph that tells of its inside. */
    layers: number; heads: number };
  text: EncodedText;
  to: EncodedText | null;
  /** Cosine of the two sentences before the first layer and after each; null without `to`, or where the model does not tell. */
  path: number[] | null;
  /** A word that stands in both sentences, as places of its pieces, and its similarity to itself before the first layer and after each: the one around `piece` where that is one, else the longest. */
  word: (SharedWord & { path: number[] }) | null;
  cuts: VectorCut[];
  /** Of the layer and head asked for, or of the mean of a layer's heads; null where none is, or the model does not tell. */
  attention: { layer: number; head: number | null; weights: number[][]; habits: AttentionHabits } | null;
  /** Milliseconds of computing; an answer that was kept took them before. */
  milliseconds: number;
}
