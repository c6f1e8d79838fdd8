import type { Inspection } from "@/lib/embedding/inspect/inspection";

/** How much each piece of a text looks at each: n × n, row-major (query, key), the sum of each row 1. */
export interface AttentionWeights {
  pieces: number;
  values: Float32Array;
}

/** Where a head looks on average over all pieces, as shares with the sum 1. */
export interface AttentionHabits {
  itself: number;
  previous: number;
  next: number;
  /** The text's first piece, where that is none of these: <s> or [CLS]. */
  first: number;
  /** The text's last piece, likewise: </s> or [SEP]. */
  last: number;
  others: number;
}

/**
 * The weights of the first text, without padding.
 * @param layer from 1
 * @param head from 1; null for the mean of all heads
 * @returns null where the model has no such layer or head, or does not tell
 */
export function attentionOf({ texts: [text], width, heads }: Inspection, layer: number, head: number | null): AttentionWeights | null {
  const all = text?.attention[layer - 1];
  if (!all || !text || (head !== null && (head < 1 || head > heads))) return null;
  const pieces = text.pieces.length;
  const values = new Float32Array(pieces * pieces);
  const [from, to] = head === null ? [0, heads] : [head - 1, head];
  for (let h = from; h < to; h++) {
    for (let query = 0; query < pieces; query++) {
      const start = (h * width + query) * width;
      for (let key = 0; key < pieces; key++) values[query * pieces + key]! += all[start + key]! / (to - from);
    }
  }
  return { pieces, values };
}

/** The largest weight that any piece of a text gives to padding, in all layers and heads; null where its batch has none, or the model does not tell. */
export function attentionOnPadding({ texts, width, heads }: Inspection, index: number): number | null {
  const text = texts[index];
  if (!text || text.attention.length === 0 || text.pieces.length === width) return null;
  let most = 0;
  for (const all of text.attention) {
    for (let h = 0; h < heads; h++) {
      for (let query = 0; query < text.pieces.length; query++) {
        const start = (h * width + query) * width;
        for (let key = text.pieces.length; key < width; key++) most = Math.max(most, all[start + key]!);
      }
    }
  }
  return most;
}

export function attentionHabits({ pieces, values }: AttentionWeights): AttentionHabits {
  const habits: AttentionHabits = { itself: 0, previous: 0, next: 0, first: 0, last: 0, others: 0 };
  const kindOf = (query: number, key: number): keyof AttentionHabits => {
    if (key === query) return "itself";
    if (key === query - 1) return "previous";
    if (key === query + 1) return "next";
    return key === 0 ? "first" : key === pieces - 1 ? "last" : "others";
  };
  for (let query = 0; query < pieces; query++) for (let key = 0; key < pieces; key++) habits[kindOf(query, key)] += values[query * pieces + key]! / pieces;
  return habits;
}
