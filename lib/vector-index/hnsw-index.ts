import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as hnswlib from "hnswlib-node";
import { AppError } from "@/lib/core/errors";
import { type HnswShape, findHnswFault } from "./hnsw-file";
import type { HnswParameters, Neighbours, VectorIndex } from "./vector-index";

// The package is CommonJS without static export names: under Node's ESM everything is on `default`.
const { HierarchicalNSW } = ("default" in hnswlib ? hnswlib.default : hnswlib) as typeof hnswlib;

type RowFilter = (row: number) => boolean;

/** Farthest that the squared length of a vector may be from 1. */
const lengthTolerance = 0.01;

/**
 * HNSW graph in native memory. Vectors have length 1, so the native "ip" distance is 1 − cosine.
 * Everything the native code would crash on (NaN, absent rows, throwing filters, broken files) is caught here first.
 */
export class HnswIndex implements VectorIndex {
  readonly dimensions: number;
  private readonly native: hnswlib.HierarchicalNSW;
  /** The binding takes number[] only; one array refilled costs 0.4 µs at 384 dimensions, Array.from 6 µs. */
  private readonly point: number[];
  private rows = 0;

  private constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.native = new HierarchicalNSW("ip", dimensions);
    this.point = new Array<number>(dimensions).fill(0.5);
  }

  /** An empty index with room for `capacity` rows. */
  static create(dimensions: number, capacity: number, { m, efConstruction }: Omit<HnswParameters, "ef">): HnswIndex {
    const index = new HnswIndex(dimensions);
    // The seed is fixed: the same rows in the same order make the same graph.
    index.native.initIndex({ maxElements: Math.max(1, capacity), m, efConstruction, randomSeed: 100 });
    return index;
  }

  /**
   * Reads an index on a worker thread. The file must have been verified, its bytes and its shape (findHnswFault):
   * a graph with wild links crashes the process.
   */
  static async load(file: string, shape: HnswShape): Promise<HnswIndex> {
    if (shape.count === 0) return HnswIndex.create(shape.dimensions, 0, shape);
    const index = new HnswIndex(shape.dimensions);
    await index.native.readIndex(file);
    index.rows = index.native.getCurrentCount();
    return index;
  }

  /**
   * Frees the native memory, which a garbage collection would do some day; the index is empty from the call on. It is done by reading an empty index
   * in its place: that lets go of the old one on a worker thread, where it holds up nothing for the tens of milliseconds that it takes.
   */
  async release(): Promise<void> {
    this.rows = 0;
    const empty = HnswIndex.create(this.dimensions, 1, { m: 2, efConstruction: 1 });
    const file = path.join(tmpdir(), `kotomap-empty-${process.pid}-${randomUUID()}.hnsw`);
    try {
      await empty.save(file, { m: 2 });
    } catch {
      // No room for a hundred bytes, or no right to write them.
      this.native.initIndex({ maxElements: 1 });
      return;
    }
    await this.native.readIndex(file);
    await fs.rm(file, { force: true });
  }

  get count(): number {
    return this.rows;
  }

  /** Makes room for `capacity` rows in all. */
  resize(capacity: number): void {
    if (capacity > this.native.getMaxElements()) this.native.resizeIndex(capacity);
  }

  /**
   * Row `row` becomes `vector`: appended where `row` equals count, else replaced in place.
   * @throws AppError `bad_input` for a gap, another length, NaN, or a vector that is not of length 1
   */
  put(row: number, vector: Float32Array): void {
    if (row > this.rows) throw new AppError("bad_input", `Row ${row} cannot follow ${this.rows} rows.`);
    this.fill(vector);
    this.native.addPoint(this.point, row);
    if (row === this.rows) this.rows++;
  }

  search(query: Float32Array, k: number, ef: number, filter?: RowFilter): Neighbours {
    this.fill(query);
    const wanted = Math.min(Math.floor(k), this.rows);
    if (!(wanted > 0)) return { rows: new Uint32Array(0), scores: new Float32Array(0) };
    this.native.setEf(Math.min(Math.max(wanted, Math.floor(ef) || 0), this.rows));
    const guard = filter && guardFilter(filter);
    const { neighbors, distances } = this.native.searchKnn(this.point, wanted, guard?.filter);
    guard?.rethrow();
    return { rows: Uint32Array.from(neighbors), scores: Float32Array.from(distances, (distance) => 1 - distance) };
  }

  /**
   * Writes the index on a worker thread; the index must not change meanwhile.
   * @throws AppError `disk_full` where the file did not reach the disk whole: the native writer reports no errors
   */
  async save(file: string, { m }: Pick<HnswParameters, "m">): Promise<void> {
    await this.native.writeIndex(file);
    const fault = await findHnswFault(file, { dimensions: this.dimensions, count: this.rows, m });
    if (fault) throw new AppError("disk_full", `${file} could not be written: it ${fault}. Free some space on that disk and try again.`);
  }

  private fill(vector: Float32Array): void {
    const { dimensions, point } = this;
    if (vector.length !== dimensions) throw new AppError("bad_input", `A vector of ${vector.length} values does not fit an index of ${dimensions} dimensions.`);
    let squared = 0;
    for (let i = 0; i < dimensions; i++) {
      const value = vector[i] as number;
      point[i] = value;
      squared += value * value;
    }
    // Written so that NaN fails as well.
    if (!(Math.abs(squared - 1) <= lengthTolerance)) throw new AppError("bad_input", `A vector of length ${Math.sqrt(squared)} cannot be used: its length must be 1. npm run check counts damaged vectors, and npm run prune takes them away, to be embedded anew.`);
  }
}

/** The native search cannot pass on an exception: the filter refuses every row after its first, which is thrown at the end. */
function guardFilter(filter: RowFilter): { filter: RowFilter; rethrow: () => void } {
  let failure: { error: unknown } | undefined;
  return {
    filter: (row) => {
      if (failure) return false;
      try {
        return filter(row);
      } catch (error) {
        failure = { error };
        return false;
      }
    },
    rethrow: () => {
      if (failure) throw failure.error;
    },
  };
}
