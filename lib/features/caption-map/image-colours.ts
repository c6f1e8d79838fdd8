import { NONE } from "@/lib/projection/neighbours/neighbour-graph";
import { findPlaneNeighbours } from "@/lib/projection/neighbours/plane-neighbours";
import { IMAGE_COLOURS } from "./map-types";

/** Nearest points that a point's colour is to differ from; past the other captions of its own image, some of other images. */
const NEIGHBOURS = 12;

/** The first sweep knows no colours of later images; in the second, all are known. */
const SWEEPS = 2;

/** The points of each image: points[starts[i]] to before points[starts[i + 1]]. */
interface Images {
  /** Position of each point's image. */
  of: Int32Array;
  points: Int32Array;
  starts: Int32Array;
}

/**
 * Colours that tell images apart: one an image, other than those of the images around it where that can be, all about equally often. A greedy colouring: each image in turn takes the colour
 * that is least near to its points, by 1/rank of the neighbour, and of those the one with fewest points so far.
 * @param positions n × 2   @param images what tells the image of each point
 * @returns by point, 0 … IMAGE_COLOURS - 1; the same for the same input
 */
export function colourImages(positions: Float64Array, images: ArrayLike<number>): Uint8Array {
  const groups = groupByImage(images);
  const neighbours = findPlaneNeighbours(positions, NEIGHBOURS);
  const count = groups.starts.length - 1;
  const colours = new Int8Array(count).fill(NONE);
  const used = new Float64Array(IMAGE_COLOURS);
  const near = new Float64Array(IMAGE_COLOURS);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let image = 0; image < count; image++) {
      const size = groups.starts[image + 1]! - groups.starts[image]!;
      if (colours[image] !== NONE) used[colours[image]!]! -= size;
      sumNearness(groups, neighbours, colours, image, near);
      const colour = leastNear(near, used);
      colours[image] = colour;
      used[colour]! += size;
    }
  }
  return Uint8Array.from(groups.of, (image) => colours[image]!);
}

function groupByImage(images: ArrayLike<number>): Images {
  const numbers = new Map<number, number>();
  const of = Int32Array.from(images, (image) => {
    const known = numbers.get(image);
    if (known !== undefined) return known;
    numbers.set(image, numbers.size);
    return numbers.size - 1;
  });
  const starts = new Int32Array(numbers.size + 1);
  for (const image of of) starts[image + 1]!++;
  for (let image = 0; image < numbers.size; image++) starts[image + 1]! += starts[image]!;
  const next = starts.slice();
  const points = new Int32Array(of.length);
  of.forEach((image, point) => (points[next[image]!++] = point));
  return { of, points, starts };
}

/** How near each colour is to the points of an image. @param near gets it, by colour */
function sumNearness({ of, points, starts }: Images, neighbours: Int32Array, colours: Int8Array, image: number, near: Float64Array): void {
  near.fill(0);
  for (let at = starts[image]!; at < starts[image + 1]!; at++) {
    const row = points[at]! * NEIGHBOURS;
    for (let rank = 0; rank < NEIGHBOURS && neighbours[row + rank] !== NONE; rank++) {
      const other = of[neighbours[row + rank]!]!;
      if (other !== image && colours[other] !== NONE) near[colours[other]!]! += 1 / (1 + rank);
    }
  }
}

function leastNear(near: Float64Array, used: Float64Array): number {
  let best = 0;
  for (let colour = 1; colour < IMAGE_COLOURS; colour++) {
    if (near[colour]! < near[best]! || (near[colour] === near[best] && used[colour]! < used[best]!)) best = colour;
  }
  return best;
}
