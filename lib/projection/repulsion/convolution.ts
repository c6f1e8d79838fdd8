import { float64 } from "../memory";
import { Fft } from "./fft";
import type { Grid } from "./grid-plan";
import { kernelWidth, transformKernelColumns, transformKernelRows } from "./kernel-spectrum";
import type { Kernel } from "./kernels";

/** What all threads share of a grid. */
export interface ConvolutionMemory {
  /** nodes × nodes, row-major: charges, then potentials. */
  field: Float64Array;
  /** nodes × (length/2 + 1): transforms of the rows. */
  re: Float64Array;
  im: Float64Array;
  /** (length/2 + 1)²: the spectrum of the kernel. */
  kernel: Float64Array;
}

/** Columns that are worked on at once: a cache line of eight numbers is read from each row. */
const STRIP = 8;

/** Memory for a grid, or any smaller one. What is never touched takes no memory. */
export function createConvolutionMemory({ nodes, length }: Grid, shared: boolean): ConvolutionMemory {
  const width = kernelWidth(length);
  return { field: float64(nodes * nodes, shared), re: float64(Math.max(nodes, width) * width, shared), im: float64(nodes * width, shared), kernel: float64(width * width, shared) };
}

/**
 * Convolves the charges on a grid with a kernel, by Fourier transforms. Each thread has an object of its own and does its share of rows and columns; those who call
 * the three steps have all threads wait for each other in between.
 */
export class Convolution {
  private grid: Grid = { length: 0, nodes: 0, spacing: 0 };
  private fft = new Fft(1);
  private stripRe: Float64Array[] = [];
  private stripIm: Float64Array[] = [];

  /** @param part which of the `parts` threads this is   @param barrier has all threads wait for each other */
  constructor(private readonly memory: ConvolutionMemory, private readonly part: number, private readonly parts: number, private readonly barrier: () => void) {}

  /** Makes what depends on the grid, where it is another than before. A grid has one kernel. */
  prepare(grid: Grid, kernel: Kernel): void {
    const { length, spacing } = grid;
    if (this.fft.length !== length) {
      this.fft = new Fft(length);
      this.stripRe = Array.from({ length: STRIP }, () => new Float64Array(length));
      this.stripIm = Array.from({ length: STRIP }, () => new Float64Array(length));
    }
    if (length !== this.grid.length || spacing !== this.grid.spacing) this.makeKernel(grid, kernel);
    this.grid = grid;
  }

  /** The rows of this thread, an even number of them. */
  get rows(): [number, number] {
    return this.share(this.grid.nodes / 2, 2);
  }

  /** Two real rows to a complex transform; the halves of their spectra, which say all, are kept. */
  transformRows(): void {
    const { memory: { field, re: allRe, im: allIm }, grid: { length, nodes }, fft } = this;
    const [firstRow, endRow] = this.rows;
    const width = length / 2 + 1;
    const re = this.stripRe[0]!;
    const im = this.stripIm[0]!;
    for (let row = firstRow; row < endRow; row += 2) {
      re.set(field.subarray(row * nodes, (row + 1) * nodes));
      im.set(field.subarray((row + 1) * nodes, (row + 2) * nodes));
      re.fill(0, nodes);
      im.fill(0, nodes);
      fft.transform(re, im);
      const a = row * width;
      const b = a + width;
      for (let k = 0; k < width; k++) {
        const mirror = k === 0 ? 0 : length - k;
        allRe[a + k] = 0.5 * (re[k]! + re[mirror]!);
        allIm[a + k] = 0.5 * (im[k]! - im[mirror]!);
        allRe[b + k] = 0.5 * (im[k]! + im[mirror]!);
        allIm[b + k] = 0.5 * (re[mirror]! - re[k]!);
      }
    }
  }

  convolveColumns(): void {
    const { length, nodes } = this.grid;
    const width = length / 2 + 1;
    const [first, end] = this.share(Math.ceil(width / STRIP), STRIP);
    for (let column = first; column < Math.min(end, width); column += STRIP) {
      const columns = Math.min(STRIP, width - column);
      this.readStrip(column, columns, nodes, width);
      for (let s = 0; s < columns; s++) this.convolve(this.stripRe[s]!, this.stripIm[s]!, (column + s) * width);
      this.writeStrip(column, columns, nodes, width);
    }
  }

  /** Leaves the potential in the field. */
  invertRows(): void {
    const { memory: { field, re: allRe, im: allIm }, grid: { length, nodes }, fft } = this;
    const [firstRow, endRow] = this.rows;
    const width = length / 2 + 1;
    const re = this.stripRe[0]!;
    const im = this.stripIm[0]!;
    for (let row = firstRow; row < endRow; row += 2) {
      const a = row * width;
      const b = a + width;
      for (let k = 0; k < width; k++) {
        const mirror = k === 0 ? 0 : length - k;
        const ar = allRe[a + k]!, ai = allIm[a + k]!, br = allRe[b + k]!, bi = allIm[b + k]!;
        re[k] = ar - bi;
        im[k] = ai + br;
        if (k === 0 || k === width - 1) continue;
        re[mirror] = ar + bi;
        im[mirror] = br - ai;
      }
      fft.transform(im, re);
      field.set(re.subarray(0, nodes), row * nodes);
      field.set(im.subarray(0, nodes), (row + 1) * nodes);
    }
  }

  /** This thread's part of `count` units of `size` items. */
  private share(count: number, size: number): [number, number] {
    const at = (part: number) => Math.floor((count * part) / this.parts) * size;
    return [at(this.part), at(this.part + 1)];
  }

  private makeKernel({ length, spacing }: Grid, of: Kernel): void {
    const { re, kernel } = this.memory;
    const width = kernelWidth(length);
    const [first, end] = this.share(Math.ceil(width / 2), 2);
    transformKernelRows(this.fft, of, spacing, first, Math.min(end, width), re);
    this.barrier();
    transformKernelColumns(this.fft, of, spacing, first, Math.min(end, width), re, kernel);
    this.barrier();
  }

  private convolve(re: Float64Array, im: Float64Array, kernelRow: number): void {
    const { memory: { kernel }, grid: { length, nodes }, fft } = this;
    const half = length / 2;
    re.fill(0, nodes);
    im.fill(0, nodes);
    fft.transform(re, im);
    for (let k = 0; k < length; k++) {
      const factor = kernel[kernelRow + (k <= half ? k : length - k)]!;
      re[k]! *= factor;
      im[k]! *= factor;
    }
    fft.transform(im, re);
  }

  private readStrip(column: number, columns: number, nodes: number, width: number): void {
    const { re, im } = this.memory;
    for (let s = 0; s < columns; s++) {
      const stripRe = this.stripRe[s]!;
      const stripIm = this.stripIm[s]!;
      for (let row = 0, at = column + s; row < nodes; row++, at += width) {
        stripRe[row] = re[at]!;
        stripIm[row] = im[at]!;
      }
    }
  }

  private writeStrip(column: number, columns: number, nodes: number, width: number): void {
    const { re, im } = this.memory;
    for (let s = 0; s < columns; s++) {
      const stripRe = this.stripRe[s]!;
      const stripIm = this.stripIm[s]!;
      for (let row = 0, at = column + s; row < nodes; row++, at += width) {
        re[at] = stripRe[row]!;
        im[at] = stripIm[row]!;
      }
    }
  }
}
