import { seededNormal } from "@/lib/core/random";
import type { Vectors } from "../neighbours/vectors";

/** Vectors of length 1 in groups of five around a centre each, as captions are around images. */
export function groupedVectors(count: number, dimensions: number, seed: number, spread = 0.4): Vectors & { groups: Int32Array } {
  const normal = seededNormal(seed);
  const centres = Float64Array.from({ length: Math.ceil(count / 5) * dimensions }, normal);
  const values = new Float32Array(count * dimensions);
  for (let i = 0; i < count; i++) {
    const vector = values.subarray(i * dimensions, (i + 1) * dimensions);
    vector.forEach((_, d) => (vector[d] = centres[Math.floor(i / 5) * dimensions + d]! + spread * normal()));
    const length = Math.hypot(...vector);
    vector.forEach((value, d) => (vector[d] = value / length));
  }
  return { values, dimensions, groups: Int32Array.from({ length: count }, (_, i) => Math.floor(i / 5)) };
}

/** Places in a disc, some close together: x and y in turn. */
export function scatteredPlaces(count: number, radius: number, seed: number): Float64Array {
  const normal = seededNormal(seed);
  const places = new Float64Array(2 * count);
  for (let i = 0; i < 2 * count; i++) places[i] = i % 10 < 2 ? (radius / 3) * normal() : places[i - (i % 10) + (i % 2)]! + 0.3 * normal();
  return places;
}

/** sqrt(Σ (a − b)² / Σ b²). */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    size += b[i]! ** 2;
  }
  return Math.sqrt(difference / size);
}
