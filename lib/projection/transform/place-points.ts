import { AppError } from "@/lib/core/errors";
import { NONE, type NeighbourGraph } from "../neighbours/neighbour-graph";
import { calibrateRows } from "../tsne/calibrate-rows";
import { PotentialField } from "./potential-field";

/** As in openTSNE's transform: new points attend to few neighbours, so that they join a group and do not stand between groups. */
const PERPLEXITY = 5;
const STEPS = 50;
const FIRST_STEP = 1;
/** Halvings of a step before a point counts as settled. */
const HALVINGS = 12;

/**
 * Places new points on a layout without moving its points: each at the median of its neighbours, then by gradient descent to where the divergence of its
 * own affinities is least. New points do not see each other, so a point comes to the same place alone and among many.
 * Source: P. Poličar et al., Embedding to reference t-SNE space addresses batch effects in single-cell classification, Machine Learning 112 (2023).
 * @param nearest of each new point the neighbours among the points of the layout; 15 do well. A point without any is placed in the middle
 * @param positions n × 2, the layout
 * @param field of these positions, where it is at hand
 * @returns m × 2
 * @throws AppError `bad_input` where a neighbour is no point of the layout, or a distance no number
 */
export function placePoints(nearest: NeighbourGraph, positions: Float64Array, field?: PotentialField): Float64Array {
  const { count, k } = nearest;
  checkNearest(nearest, positions.length / 2);
  const placed = new Float64Array(2 * count);
  if (count === 0 || positions.length === 0) return placed;
  const affinities = new Float32Array(count * k);
  calibrateRows(nearest, k, Math.min(PERPLEXITY, Math.max(1, k / 3)), affinities, 0, count);
  const potential = field ?? new PotentialField(positions);
  for (let i = 0; i < count; i++) {
    const row = nearest.neighbours.subarray(i * k, (i + 1) * k);
    const known = row.indexOf(NONE) < 0 ? k : row.indexOf(NONE);
    const place = new Placement(row.subarray(0, known), affinities.subarray(i * k, i * k + known), positions, potential);
    placed.set(place.settle(), 2 * i);
  }
  return placed;
}

function checkNearest({ count, k, neighbours, distances }: NeighbourGraph, points: number): void {
  for (let e = 0; e < count * k; e++) {
    const neighbour = neighbours[e]!;
    if (neighbour === NONE) continue;
    if (!(neighbour >= 0 && neighbour < points)) throw new AppError("bad_input", `New point ${Math.floor(e / k)} has the neighbour ${neighbour}, which is none of ${points} points of the layout.`);
    if (!(distances[e]! >= 0 && distances[e]! < Infinity)) throw new AppError("bad_input", `New point ${Math.floor(e / k)} has a distance of ${distances[e]}. Its vector may hold NaN.`);
  }
}

/** One new point on its way. */
class Placement {
  constructor(private readonly neighbours: Int32Array, private readonly affinities: Float32Array, private readonly positions: Float64Array, private readonly field: PotentialField) {}

  settle(): [number, number] {
    let [x, y] = this.start();
    if (this.neighbours.length === 0) return [x, y];
    let here = this.loss(x, y);
    let step = FIRST_STEP;
    for (let i = 0; i < STEPS; i++) {
      const moved = this.descend(x, y, here, step);
      if (!moved) break;
      ({ x, y, loss: here } = moved);
      step = 2 * moved.step;
    }
    return [x, y];
  }

  /** The median of its neighbours' coordinates: far ones do not draw it between groups. */
  private start(): [number, number] {
    const { neighbours, positions, field } = this;
    if (neighbours.length === 0) return [(field.left + field.right) / 2, (field.low + field.high) / 2];
    const median = (axis: number) => {
      const sorted = Float64Array.from(neighbours, (neighbour) => positions[2 * neighbour + axis]!).sort();
      const middle = sorted.length >> 1;
      return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
    };
    return [median(0), median(1)];
  }

  /** Σ p·log(1 + d²) + log Σ 1/(1 + d²), with its gradient. */
  private loss(x: number, y: number): { value: number; x: number; y: number } {
    const { neighbours, affinities, positions } = this;
    const potential = this.field.at(x, y);
    const loss = { value: Math.log(potential.value), x: potential.x / potential.value, y: potential.y / potential.value };
    for (let j = 0; j < neighbours.length; j++) {
      const dx = x - positions[2 * neighbours[j]!]!;
      const dy = y - positions[2 * neighbours[j]! + 1]!;
      const spread = 1 + dx * dx + dy * dy;
      loss.value += affinities[j]! * Math.log(spread);
      loss.x += (2 * affinities[j]! * dx) / spread;
      loss.y += (2 * affinities[j]! * dy) / spread;
    }
    return loss;
  }

  /** A step against the gradient, halved until the loss falls as it should; null where none does. Source: L. Armijo (1966). */
  private descend(x: number, y: number, here: { value: number; x: number; y: number }, first: number) {
    const slope = here.x * here.x + here.y * here.y;
    for (let halving = 0, step = first; halving < HALVINGS; halving++, step /= 2) {
      const [toX, toY] = [x - step * here.x, y - step * here.y];
      if (!this.field.contains(toX, toY)) continue;
      const loss = this.loss(toX, toY);
      if (loss.value < here.value - 1e-4 * step * slope) return { x: toX, y: toY, loss, step };
    }
    return null;
  }
}
