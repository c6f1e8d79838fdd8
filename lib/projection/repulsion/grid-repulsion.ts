import { Fft } from "./fft";
import { type GridPlan, LARGEST_NODES, spectrumWidth } from "./grid-plan";
import { kernelWidth, transformKernelColumns, transformKernelRows } from "./kernel-spectrum";
import { gatherPotential, spreadCharges } from "./spline-grid";

/** What all threads share of a grid. */
export interface GridMemory {
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

/** The first node, along one axis, of a grid around `centre`. */
export const originOf = ({ nodes, spacing }: GridPlan, centre: number): number => centre - ((nodes - 1) / 2) * spacing;

/** Memory for grids of up to `nodes` a side, the largest of all where it is not said. What is never touched takes no memory. */
export function createGridMemory(shared: boolean, nodes: number = LARGEST_NODES): GridMemory {
  const values = (count: number) => new Float64Array(shared ? new SharedArrayBuffer(8 * count) : new ArrayBuffer(8 * count));
  const width = spectrumWidth(nodes);
  return { field: values(nodes * nodes), re: values(width * width), im: values(nodes * width), kernel: values(width * width) };
}

/**
 * The repulsion of t-SNE for many points: each is a charge, spread by cubic B-splines over the nodes of a grid; the potential Σ 1/(1 + d²) of all charges
 * is a convolution on the grid, done by Fourier transforms; its value and gradient at a point are read from the same splines.
 * The cost grows with points plus the area of the layout. Each thread has an object of its own and does its share of rows, columns and points;
 * `barrier` has all of them wait for each other. Every number is computed by one thread in one order, so the result does not depend on their number.
 *
 * Sources: G. Linderman et al., Fast interpolation-based t-SNE for improved visualization of single-cell RNA-seq data, Nature Methods 16 (2019);
 * U. Essmann et al., A smooth particle mesh Ewald method, J. Chem. Phys. 103 (1995). Unlike the former, which convolves four charges with
 * piecewise polynomials, the force is the gradient of one potential, as in the latter.
 */
export class GridRepulsion {
  private plan: GridPlan = { length: 0, nodes: 0, spacing: 0 };
  private fft: Fft | null = null;
  private stripRe: Float64Array[] = [];
  private stripIm: Float64Array[] = [];

  /** @param part which of the `parts` threads this is */
  constructor(private readonly memory: GridMemory, private readonly part: number, private readonly parts: number, private readonly barrier: () => void) {}

  /**
   * Computes, for the points from `first` to `end`, the potential of all points (its own charge, 1, included) and its gradient.
   * @param positions all points, x and y in turn   @param plan a grid at least as wide as the layout
   * @param centreX middle of the layout
   * @param gradient gets the potential's gradient, x and y in turn
   * @param potential gets its value
   */
  compute(positions: Float64Array, plan: GridPlan, centreX: number, centreY: number, first: number, end: number, gradient: Float64Array, potential: Float64Array): void {
    const fft = this.prepare(plan);
    const { field } = this.memory;
    const { nodes, spacing } = plan;
    const originX = originOf(plan, centreX);
    const originY = originOf(plan, centreY);
    const [firstRow, endRow] = this.share(nodes / 2, 2);
    spreadCharges(field, nodes, positions, originX, originY, 1 / spacing, firstRow, endRow);
    this.transformRows(fft, firstRow, endRow);
    this.barrier();
    this.convolveColumns(fft);
    this.barrier();
    this.invertRows(fft, firstRow, endRow);
    this.barrier();
    gatherPotential(field, nodes, positions, originX, originY, 1 / spacing, first, end, gradient, potential);
  }

  /** This thread's part of `count` units of `size` items. */
  private share(count: number, size: number): [number, number] {
    const at = (part: number) => Math.floor((count * part) / this.parts) * size;
    return [at(this.part), at(this.part + 1)];
  }

  private prepare(plan: GridPlan): Fft {
    const { length, spacing } = plan;
    let fft = this.fft;
    if (!fft || fft.length !== length) {
      fft = this.fft = new Fft(length);
      this.stripRe = Array.from({ length: STRIP }, () => new Float64Array(length));
      this.stripIm = Array.from({ length: STRIP }, () => new Float64Array(length));
    }
    if (length !== this.plan.length || spacing !== this.plan.spacing) this.makeKernel(fft, spacing);
    this.plan = plan;
    return fft;
  }

  private makeKernel(fft: Fft, spacing: number): void {
    const { re, kernel } = this.memory;
    const width = kernelWidth(fft.length);
    const [first, end] = this.share(Math.ceil(width / 2), 2);
    transformKernelRows(fft, spacing, first, Math.min(end, width), re);
    this.barrier();
    transformKernelColumns(fft, spacing, first, Math.min(end, width), re, kernel);
    this.barrier();
  }

  /** Two real rows to a complex transform; the halves of their spectra, which say all, are kept. */
  private transformRows(fft: Fft, firstRow: number, endRow: number): void {
    const { field, re: allRe, im: allIm } = this.memory;
    const { length, nodes } = this.plan;
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

  private convolveColumns(fft: Fft): void {
    const { length, nodes } = this.plan;
    const width = length / 2 + 1;
    const [first, end] = this.share(Math.ceil(width / STRIP), STRIP);
    for (let column = first; column < Math.min(end, width); column += STRIP) {
      const columns = Math.min(STRIP, width - column);
      this.readStrip(column, columns, nodes, width);
      for (let s = 0; s < columns; s++) this.convolve(fft, this.stripRe[s]!, this.stripIm[s]!, (column + s) * width);
      this.writeStrip(column, columns, nodes, width);
    }
  }

  private convolve(fft: Fft, re: Float64Array, im: Float64Array, kernelRow: number): void {
    const { kernel } = this.memory;
    const { length, nodes } = this.plan;
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

  private invertRows(fft: Fft, firstRow: number, endRow: number): void {
    const { field, re: allRe, im: allIm } = this.memory;
    const { length, nodes } = this.plan;
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
}
