/** Lengths of grids, ascending: multiples of 16 without primes above 3, close enough to each other that little of a grid is padding. */
export const FFT_LENGTHS = [48, 64, 96, 128, 144, 192, 256, 288, 384, 432, 512, 576, 768, 864, 1024, 1152, 1536, 1728, 2048, 2304, 3072] as const;

const SIN_60 = Math.sqrt(3) / 2;

function factorise(length: number): number[] {
  const radices: number[] = [];
  let rest = length;
  for (const radix of [4, 2, 3]) {
    for (; rest % radix === 0; rest /= radix) radices.push(radix);
  }
  if (rest !== 1) throw new RangeError(`There is no transform of length ${length}.`);
  return radices;
}

/**
 * Complex discrete Fourier transforms of one length, by Stockham's autosort algorithm with radices 4, 2 and 3: no bit reversal, every pass reads and
 * writes in order. Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform (SIAM 1992), §1.7.
 */
export class Fft {
  private readonly radices: number[];
  private readonly cos: Float64Array;
  /** −sin, the imaginary part of the forward roots of unity. */
  private readonly sin: Float64Array;
  private readonly spareRe: Float64Array;
  private readonly spareIm: Float64Array;

  /** @param length one of FFT_LENGTHS, or any other product of 2s and 3s */
  constructor(readonly length: number) {
    this.radices = factorise(length);
    this.cos = Float64Array.from({ length }, (_, i) => Math.cos((2 * Math.PI * i) / length));
    this.sin = Float64Array.from({ length }, (_, i) => -Math.sin((2 * Math.PI * i) / length));
    this.spareRe = new Float64Array(length);
    this.spareIm = new Float64Array(length);
  }

  /**
   * Σ x[j]·e^(−2πi·jk/length) in place, not scaled. With the arguments exchanged it is the inverse, times `length`.
   * @param re real parts, `length` values   @param im imaginary parts
   */
  transform(re: Float64Array, im: Float64Array): void {
    const { radices, cos, sin } = this;
    let [fromRe, fromIm, toRe, toIm] = [re, im, this.spareRe, this.spareIm];
    let size = this.length;
    let stride = 1;
    for (const radix of radices) {
      if (radix === 4) pass4(fromRe, fromIm, toRe, toIm, size, stride, cos, sin);
      else if (radix === 2) pass2(fromRe, fromIm, toRe, toIm, size, stride, cos, sin);
      else pass3(fromRe, fromIm, toRe, toIm, size, stride, cos, sin);
      size /= radix;
      stride *= radix;
      [fromRe, fromIm, toRe, toIm] = [toRe, toIm, fromRe, fromIm];
    }
    if (fromRe !== re) {
      re.set(fromRe);
      im.set(fromIm);
    }
  }
}

// Each pass turns `stride` interleaved transforms of `size` into radix times as many of size/radix. x[p·stride + q + r·size/radix·stride] are
// the inputs of a butterfly, r = 0 … radix − 1.

function pass4(xr: Float64Array, xi: Float64Array, yr: Float64Array, yi: Float64Array, size: number, stride: number, cos: Float64Array, sin: Float64Array): void {
  const quarter = size >> 2;
  const step = stride * quarter;
  for (let p = 0; p < quarter; p++) {
    const t = p * stride;
    const c1 = cos[t]!, s1 = sin[t]!, c2 = cos[2 * t]!, s2 = sin[2 * t]!, c3 = cos[3 * t]!, s3 = sin[3 * t]!;
    let out = 4 * t;
    for (let x0 = t; x0 < t + stride; x0++, out++) {
      const x1 = x0 + step, x2 = x1 + step, x3 = x2 + step;
      const ar = xr[x0]!, ai = xi[x0]!, br = xr[x1]!, bi = xi[x1]!, cr = xr[x2]!, ci = xi[x2]!, dr = xr[x3]!, di = xi[x3]!;
      const acr = ar + cr, aci = ai + ci, bdr = br + dr, bdi = bi + di;
      yr[out] = acr + bdr;
      yi[out] = aci + bdi;
      const er = ar - cr + (bi - di), ei = ai - ci - (br - dr);
      yr[out + stride] = er * c1 - ei * s1;
      yi[out + stride] = er * s1 + ei * c1;
      const fr = acr - bdr, fi = aci - bdi;
      yr[out + 2 * stride] = fr * c2 - fi * s2;
      yi[out + 2 * stride] = fr * s2 + fi * c2;
      const gr = ar - cr - (bi - di), gi = ai - ci + (br - dr);
      yr[out + 3 * stride] = gr * c3 - gi * s3;
      yi[out + 3 * stride] = gr * s3 + gi * c3;
    }
  }
}

function pass3(xr: Float64Array, xi: Float64Array, yr: Float64Array, yi: Float64Array, size: number, stride: number, cos: Float64Array, sin: Float64Array): void {
  const third = size / 3;
  const step = stride * third;
  for (let p = 0; p < third; p++) {
    const t = p * stride;
    const c1 = cos[t]!, s1 = sin[t]!, c2 = cos[2 * t]!, s2 = sin[2 * t]!;
    let out = 3 * t;
    for (let x0 = t; x0 < t + stride; x0++, out++) {
      const x1 = x0 + step, x2 = x1 + step;
      const ar = xr[x0]!, ai = xi[x0]!, br = xr[x1]!, bi = xi[x1]!, cr = xr[x2]!, ci = xi[x2]!;
      const sumRe = br + cr, sumIm = bi + ci, turnRe = (bi - ci) * SIN_60, turnIm = (cr - br) * SIN_60;
      const midRe = ar - 0.5 * sumRe, midIm = ai - 0.5 * sumIm;
      yr[out] = ar + sumRe;
      yi[out] = ai + sumIm;
      const er = midRe + turnRe, ei = midIm + turnIm;
      yr[out + stride] = er * c1 - ei * s1;
      yi[out + stride] = er * s1 + ei * c1;
      const fr = midRe - turnRe, fi = midIm - turnIm;
      yr[out + 2 * stride] = fr * c2 - fi * s2;
      yi[out + 2 * stride] = fr * s2 + fi * c2;
    }
  }
}

function pass2(xr: Float64Array, xi: Float64Array, yr: Float64Array, yi: Float64Array, size: number, stride: number, cos: Float64Array, sin: Float64Array): void {
  const half = size >> 1;
  const step = stride * half;
  for (let p = 0; p < half; p++) {
    const t = p * stride;
    const c = cos[t]!, s = sin[t]!;
    let out = 2 * t;
    for (let x0 = t; x0 < t + stride; x0++, out++) {
      const ar = xr[x0]!, ai = xi[x0]!, br = xr[x0 + step]!, bi = xi[x0 + step]!;
      yr[out] = ar + br;
      yi[out] = ai + bi;
      const dr = ar - br, di = ai - bi;
      yr[out + stride] = dr * c - di * s;
      yi[out + stride] = dr * s + di * c;
    }
  }
}
