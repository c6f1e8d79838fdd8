import { dot, row as rowOf } from "@/lib/core/vector";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** Captions of one language from this cosine on say the same: “Two women sitting at a table in a restaurant.” and “Two women are sitting …”. Judged by reading pairs; below 0.97 they begin to differ in what they tell. */
const SAME = 0.98;

/** How many of the last captions given out a further one is compared with: what says the same is found at nearly the same place. */
const COMPARED = 64;

/** Folds captions that say the same into the first of them. Rows have to be given in the order of the results. */
export class CaptionFolder {
  private readonly kept: number[] = [];
  private readonly folded = new Map<number, number[]>();

  constructor(private readonly generation: LoadedGeneration) {}

  /** @returns the row itself, or the one before it that says the same */
  fold(row: number): number {
    const first = this.kept.slice(-COMPARED).find((other) => this.sayTheSame(other, row));
    if (first === undefined) {
      this.kept.push(row);
      return row;
    }
    this.folded.set(first, [...(this.folded.get(first) ?? []), row]);
    return first;
  }

  /** The rows folded into one, in their order. */
  foldedInto(row: number): readonly number[] {
    return this.folded.get(row) ?? [];
  }

  private sayTheSame(a: number, b: number): boolean {
    const { labels, vectors, manifest: { model: { dimensions } } } = this.generation;
    return labels.languages[a] === labels.languages[b] && dot(rowOf(vectors, a, dimensions), rowOf(vectors, b, dimensions)) >= SAME;
  }
}
