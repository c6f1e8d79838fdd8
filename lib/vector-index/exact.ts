import { AppError } from "@/lib/core/errors";
import type { Neighbours } from "./vector-index";

/**
 * The `k` rows most similar to the query, by comparing every row (or every one of `rows`).
 * Equal scores keep the order of rows.
 * @param vectors n × query.length, row-major, every row of length 1
 * @throws AppError `bad_input` where the matrix does not fit the query
 */
export function exactTopK(vectors: Float32Array, query: Float32Array, k: number, rows?: ArrayLike<number>): Neighbours {
  const dimensions = query.length;
  if (dimensions === 0 || vectors.length % dimensions !== 0) throw new AppError("bad_input", `A matrix of ${vectors.length} values cannot be searched with ${dimensions} dimensions.`);
  const candidates = rows ? rows.length : vectors.length / dimensions;
  const best = new BestRows(Math.max(0, Math.min(Math.floor(k), candidates)));
  for (let i = 0; i < candidates; i++) {
    const row = rows ? (rows[i] as number) : i;
    best.offer(row, dotAt(vectors, row * dimensions, query));
  }
  return best.sorted();
}

/** The cosine of the query with each of `rows`. @param vectors n × query.length, row-major, every row of length 1 */
export function scoreRows(vectors: Float32Array, query: Float32Array, rows: ArrayLike<number>): Float32Array {
  const scores = new Float32Array(rows.length);
  for (let i = 0; i < rows.length; i++) scores[i] = dotAt(vectors, rows[i]! * query.length, query);
  return scores;
}

/** Four independent sums, so that the processor need not wait for one addition before the next. */
function dotAt(vectors: Float32Array, offset: number, query: Float32Array): number {
  const length = query.length;
  const whole = length - (length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i < whole; i += 4) {
    a += (vectors[offset + i] as number) * (query[i] as number);
    b += (vectors[offset + i + 1] as number) * (query[i + 1] as number);
    c += (vectors[offset + i + 2] as number) * (query[i + 2] as number);
    d += (vectors[offset + i + 3] as number) * (query[i + 3] as number);
  }
  for (; i < length; i++) a += (vectors[offset + i] as number) * (query[i] as number);
  return a + b + (c + d);
}

/** The best `size` rows offered so far, as a binary heap with the worst on top. */
class BestRows {
  private readonly rows: Uint32Array;
  private readonly scores: Float64Array;
  private length = 0;

  constructor(private readonly size: number) {
    this.rows = new Uint32Array(size);
    this.scores = new Float64Array(size);
  }

  offer(row: number, score: number): void {
    if (this.length < this.size) this.siftUp(row, score);
    else if (this.size > 0 && score > (this.scores[0] as number)) this.siftDown(row, score);
  }

  sorted(): Neighbours {
    const order = Array.from({ length: this.length }, (_, i) => i).sort((a, b) => (this.worse(b, a) ? -1 : 1));
    return { rows: Uint32Array.from(order, (i) => this.rows[i] as number), scores: Float32Array.from(order, (i) => this.scores[i] as number) };
  }

  private worse(a: number, b: number): boolean {
    const difference = (this.scores[a] as number) - (this.scores[b] as number);
    return difference === 0 ? (this.rows[a] as number) > (this.rows[b] as number) : difference < 0;
  }

  private swap(a: number, b: number): void {
    const row = this.rows[a] as number;
    const score = this.scores[a] as number;
    this.rows[a] = this.rows[b] as number;
    this.scores[a] = this.scores[b] as number;
    this.rows[b] = row;
    this.scores[b] = score;
  }

  private siftUp(row: number, score: number): void {
    let i = this.length++;
    this.rows[i] = row;
    this.scores[i] = score;
    for (let parent = (i - 1) >> 1; i > 0 && this.worse(i, parent); parent = (i - 1) >> 1) {
      this.swap(i, parent);
      i = parent;
    }
  }

  private siftDown(row: number, score: number): void {
    let i = 0;
    this.rows[0] = row;
    this.scores[0] = score;
    for (;;) {
      let worst = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < this.length && this.worse(child, worst)) worst = child;
      if (worst === i) return;
      this.swap(i, worst);
      i = worst;
    }
  }
}
