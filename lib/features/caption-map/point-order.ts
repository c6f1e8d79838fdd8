import { seededRandom } from "@/lib/core/random";
import { mortonOrder } from "@/lib/projection/tsne/morton-order";

/** Points of the first part: enough for the shape of any map, in some 160 kB. */
const FIRST_PART = 32_768;

/** A part has so many times the points of the one before it: few parts, each of which is seen to add to the picture. */
const GROWTH = 6;

/** Points that are fewer than half a part come with the part before them. */
function partSizes(count: number): number[] {
  const sizes: number[] = [];
  let rest = count;
  for (let size = FIRST_PART; rest > 1.5 * size; size *= GROWTH) {
    sizes.push(size);
    rest -= size;
  }
  return rest > 0 ? [...sizes, rest] : sizes;
}

/** One at random of each of `size` stretches of like length. @returns those chosen and the others, both in their order */
function sample(points: Int32Array, size: number, random: () => number): { chosen: Int32Array; others: Int32Array } {
  const chosen = new Int32Array(size);
  const others = new Int32Array(points.length - size);
  let other = 0;
  for (let stretch = 0, start = 0; stretch < size; stretch++) {
    const end = Math.floor(((stretch + 1) * points.length) / size);
    const choice = start + Math.floor(random() * (end - start));
    for (; start < end; start++) {
      if (start === choice) chosen[stretch] = points[start]!;
      else others[other++] = points[start]!;
    }
  }
  return { chosen, others };
}

/**
 * The order in which points are sent. Each part is a stratified random sample of those that are not in the parts before it: one point of every stretch of a Morton
 * curve through the map. So the first part looks like the whole, each region by its density, and points of a part that follow one another lie close together, which lets them be compressed.
 * @param positions n × 2
 * @returns the point at each place, and the points of each part; the same for the same positions
 */
export function orderPoints(positions: Float64Array): { order: Int32Array; parts: number[] } {
  const random = seededRandom(1);
  const parts = partSizes(positions.length / 2);
  let rest = mortonOrder(positions);
  const order = new Int32Array(rest.length);
  let start = 0;
  for (const size of parts) {
    const { chosen, others } = sample(rest, size, random);
    order.set(chosen, start);
    start += size;
    rest = others;
  }
  return { order, parts };
}
