import type { Fft } from "./fft";
import { Influence } from "./influence";
import type { Kernel } from "./kernels";

// The spectrum of a kernel on a periodic grid: real and even in both directions, so that (length/2 + 1)² values say all. It is made in two steps, each of
// which threads may share: first the rows, then what are columns of these.

/** Numbers along a side of a kernel's spectrum. */
export const kernelWidth = (length: number): number => length / 2 + 1;

/**
 * The transforms of the sampled kernel's rows.
 * @param first,end rows, `first` even   @param rows kernelWidth², row-major: gets those rows
 */
export function transformKernelRows(fft: Fft, { valueAt }: Kernel, spacing: number, first: number, end: number, rows: Float64Array): void {
  transformEvenRows(fft, first, end, rows, (row, column) => valueAt(spacing * spacing * (row * row + column * column)));
}

/**
 * Columns of the spectrum, corrected for the splines through which charges are spread and potentials are read, and divided by the number of nodes, as the
 * transforms are not scaled.
 * @param first,end columns, `first` even   @param rows all of them   @param spectrum kernelWidth²: row c gets column c
 */
export function transformKernelColumns(fft: Fft, { smooth }: Kernel, spacing: number, first: number, end: number, rows: Float64Array, spectrum: Float64Array): void {
  const { length } = fft;
  const width = kernelWidth(length);
  transformEvenRows(fft, first, end, spectrum, (row, column) => rows[column * width + row]!);
  const influence = new Influence(length, spacing, smooth);
  for (let c = first; c < end; c++) {
    for (let r = 0; r < width; r++) spectrum[c * width + r]! *= influence.factor(c, r) / (length * length);
  }
}

/** Real even rows have real even transforms, so two of them fit one complex transform; an odd last one goes alone. */
function transformEvenRows(fft: Fft, first: number, end: number, into: Float64Array, valueAt: (row: number, column: number) => number): void {
  const { length } = fft;
  const width = kernelWidth(length);
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  for (let row = first; row < end; row += 2) {
    const second = row + 1 < end;
    for (let c = 0; c < length; c++) {
      const column = Math.min(c, length - c);
      re[c] = valueAt(row, column);
      im[c] = second ? valueAt(row + 1, column) : 0;
    }
    fft.transform(re, im);
    into.set(re.subarray(0, width), row * width);
    if (second) into.set(im.subarray(0, width), (row + 1) * width);
  }
}
