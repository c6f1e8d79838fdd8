import type { Fft } from "./fft";
import { influenceFactors } from "./influence";

/**
 * The spectrum of the kernel 1/(1 + d²) on a periodic grid, corrected for the splines through which charges are spread and potentials are read, and
 * divided by the number of nodes, as the transforms are not scaled.
 * @returns real and even in both directions, so that (length/2 + 1)² values say all: row c holds those of column c
 */
export function kernelSpectrum(fft: Fft, spacing: number): Float64Array {
  const { length } = fft;
  const half = length / 2;
  const width = half + 1;
  const rows = new Float64Array(width * width);
  transformEvenRows(fft, rows, (row, column) => 1 / (1 + spacing * spacing * (row * row + column * column)));
  const spectrum = new Float64Array(width * width);
  const factors = influenceFactors(length, spacing);
  transformEvenRows(fft, spectrum, (row, column) => rows[column * width + row]!);
  for (let i = 0; i < spectrum.length; i++) spectrum[i]! *= factors[i]! / (length * length);
  return spectrum;
}

/** Real even rows have real even transforms, so two of them fit one complex transform. `half` is an even number: the last row goes alone. */
function transformEvenRows(fft: Fft, into: Float64Array, valueAt: (row: number, column: number) => number): void {
  const { length } = fft;
  const half = length / 2;
  const width = half + 1;
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  for (let row = 0; row <= half; row += 2) {
    const second = row < half;
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
