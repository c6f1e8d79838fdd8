import { seededRandom } from "@/lib/core/random";

/** count × dimensions of length 1, gathered around one centre for every 20 rows, as captions are around scenes. */
export function clusteredVectors(count: number, dimensions: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const spread = () => random() + random() + random() - 1.5;
  const centres = Float32Array.from({ length: Math.ceil(count / 20) * dimensions }, spread);
  const vectors = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row++) {
    const centre = Math.floor(random() * (centres.length / dimensions)) * dimensions;
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    vector.forEach((_, i) => (vector[i] = (centres[centre + i] as number) + 0.6 * spread()));
    const length = Math.hypot(...vector);
    vector.forEach((value, i) => (vector[i] = value / length));
  }
  return vectors;
}
