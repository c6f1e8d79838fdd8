/** The nearest `size` of the points offered, as a binary heap with the furthest on top. Of equally far ones the first rows are kept. */
export class NearestHeap {
  private readonly rows: Int32Array;
  private readonly distances: Float64Array;
  private length = 0;

  constructor(private readonly size: number) {
    this.rows = new Int32Array(size);
    this.distances = new Float64Array(size);
  }

  /** What a point must be nearer than to be taken. */
  get bar(): number {
    return this.length < this.size ? Infinity : this.distances[0]!;
  }

  get full(): boolean {
    return this.length === this.size;
  }

  clear(): void {
    this.length = 0;
  }

  offer(row: number, distance: number): void {
    if (this.length < this.size) this.rise(this.length++, row, distance);
    else if (distance < this.distances[0]! || (distance === this.distances[0]! && row < this.rows[0]!)) this.sink(row, distance);
  }

  /** Empties the heap into two arrays from `start` on, nearest first. @returns how many there were */
  drainInto(rows: Int32Array, distances: Float32Array | Float64Array, start: number): number {
    const count = this.length;
    for (let at = start + count - 1; at >= start; at--) {
      rows[at] = this.rows[0]!;
      distances[at] = this.distances[0]!;
      this.length--;
      if (this.length > 0) this.sink(this.rows[this.length]!, this.distances[this.length]!);
    }
    return count;
  }

  private further(row: number, distance: number, at: number): boolean {
    const other = this.distances[at]!;
    return distance > other || (distance === other && row > this.rows[at]!);
  }

  private rise(from: number, row: number, distance: number): void {
    let at = from;
    for (let parent = (at - 1) >> 1; at > 0 && this.further(row, distance, parent); parent = (at - 1) >> 1) {
      this.rows[at] = this.rows[parent]!;
      this.distances[at] = this.distances[parent]!;
      at = parent;
    }
    this.rows[at] = row;
    this.distances[at] = distance;
  }

  /** Puts a point in the place of the furthest. */
  private sink(row: number, distance: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.length) break;
      if (child + 1 < this.length && this.further(this.rows[child + 1]!, this.distances[child + 1]!, child)) child++;
      if (!(this.distances[child]! > distance || (this.distances[child]! === distance && this.rows[child]! > row))) break;
      this.rows[at] = this.rows[child]!;
      this.distances[at] = this.distances[child]!;
      at = child;
    }
    this.rows[at] = row;
    this.distances[at] = distance;
  }
}
