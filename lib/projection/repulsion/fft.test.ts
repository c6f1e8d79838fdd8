import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { Fft, FFT_LENGTHS } from "./fft";

/** Σ x[j]·e^(−2πi·jk/n), term by term. */
function naiveTransform(re: Float64Array, im: Float64Array): [Float64Array, Float64Array] {
  const n = re.length;
  const outRe = new Float64Array(n);
  const outIm = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) {
      const angle = (-2 * Math.PI * ((j * k) % n)) / n;
      outRe[k]! += re[j]! * Math.cos(angle) - im[j]! * Math.sin(angle);
      outIm[k]! += re[j]! * Math.sin(angle) + im[j]! * Math.cos(angle);
    }
  }
  return [outRe, outIm];
}

const largestGap = (a: Float64Array, b: Float64Array) => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

describe("Fft", () => {
  it.each([2, 3, 4, 6, 9, 12, 36, ...FFT_LENGTHS.filter((length) => length <= 576)])("of length %i is the naive transform", (length) => {
    const random = seededRandom(length);
    const re = Float64Array.from({ length }, () => random() - 0.5);
    const im = Float64Array.from({ length }, () => random() - 0.5);
    const [expectedRe, expectedIm] = naiveTransform(re, im);
    new Fft(length).transform(re, im);
    expect(largestGap(re, expectedRe)).toBeLessThan(1e-11);
    expect(largestGap(im, expectedIm)).toBeLessThan(1e-11);
  });

  it.each(FFT_LENGTHS)("of length %i is undone by itself with real and imaginary parts exchanged", (length) => {
    const random = seededRandom(7);
    const re = Float64Array.from({ length }, random);
    const im = Float64Array.from({ length }, random);
    const before = [re.slice(), im.slice()] as const;
    const fft = new Fft(length);
    fft.transform(re, im);
    fft.transform(im, re);
    expect(largestGap(re.map((value) => value / length), before[0])).toBeLessThan(1e-13);
    expect(largestGap(im.map((value) => value / length), before[1])).toBeLessThan(1e-13);
  });

  it("refuses a length with other factors", () => expect(() => new Fft(40)).toThrow(/length 40/));
});
