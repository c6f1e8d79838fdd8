import { planGrid, widestSpacing } from "../repulsion/grid-plan";
import { GridRepulsion } from "../repulsion/grid-repulsion";
import { repelExactly } from "../repulsion/exact-repulsion";
import { Barrier } from "../threads/barrier";
import { affinityLoss, attract } from "./attraction";
import type { TsneParameters } from "./parameters";
import { BLOCK, BOUNDS_STRIDE, type TsneMemory } from "./tsne-memory";

/** Gains never fall below this, and no point moves further than this at a step: as in openTSNE. */
const LEAST_GAIN = 0.01;
const LONGEST_STEP = 5;

/**
 * A layout narrower than this is not exaggerated. Where the points have no groups as large as the perplexity, exaggerated attraction outweighs repulsion
 * everywhere, and all points would shrink into one for good.
 */
const NARROW = 0.01;

/** Where the layout lies. */
interface Bounds {
  centreX: number;
  centreY: number;
  /** Width or height, whichever is larger. */
  span: number;
}

/**
 * One part of an optimisation: gradient descent with momentum and gains for the points of its range. All parts call the same methods at the same time,
 * each on its own thread; they meet at barriers.
 * Source: L. van der Maaten and G. Hinton, Visualizing Data using t-SNE, JMLR 9 (2008); gains from R. Jacobs, Increased rates of convergence through learning rate adaptation (1988).
 */
export class Optimiser {
  private readonly barrier: Barrier;
  private readonly repulsion: GridRepulsion | null;

  constructor(private readonly memory: TsneMemory, private readonly parameters: TsneParameters, private readonly part: number) {
    this.barrier = new Barrier(memory.barrier, memory.parts);
    this.repulsion = memory.grid && new GridRepulsion(memory.grid, part, memory.parts, () => this.barrier.wait());
  }

  /** One step of gradient descent. */
  iterate(iteration: number): void {
    const { positions, rounded, attraction, joint } = this.memory;
    const { earlyIterations, exaggeration, learningRate, earlyMomentum, momentum } = this.parameters;
    const early = iteration < earlyIterations;
    const [first, end] = this.range();
    rounded.set(positions.subarray(2 * first, 2 * end), 2 * first);
    const bounds = this.findBounds(first, end);
    attract(joint, rounded, attraction, first, end);
    const normalisation = this.repel(bounds);
    const factor = early && bounds.span >= NARROW ? exaggeration : 1;
    const rate = learningRate === "auto" ? this.memory.count / (early ? exaggeration : 1) : learningRate;
    this.step(first, end, factor, normalisation, rate, early ? earlyMomentum : momentum);
    // Whoever goes on looks at all bounds and positions.
    this.barrier.wait();
  }

  /** @returns the KL divergence of the layout from the affinities, in nats, for all points; every part returns the same */
  divergence(): number {
    const { positions, joint, sums } = this.memory;
    const [first, end] = this.range();
    const normalisation = this.repel(this.findBounds(first, end));
    this.barrier.wait();
    for (let start = first; start < end; start += BLOCK) sums[start / BLOCK] = affinityLoss(joint, positions, start, Math.min(start + BLOCK, end));
    this.barrier.wait();
    const loss = total(sums) + Math.log(normalisation);
    this.barrier.wait();
    return loss;
  }

  private range(): [number, number] {
    const { ranges } = this.memory;
    return [ranges[this.part]!, ranges[this.part + 1]!];
  }

  /** Waits for all parts, whose positions are known then. */
  private findBounds(first: number, end: number): Bounds {
    this.tellBounds(first, end);
    this.barrier.wait();
    return this.readBounds();
  }

  /** Computes potentials and gradients. @returns Σ 1/(1 + d²) over all ordered pairs */
  private repel({ centreX, centreY, span }: Bounds): number {
    const { count, positions, potential, gradient, sums } = this.memory;
    const [first, end] = this.range();
    if (this.repulsion) {
      this.repulsion.compute(positions, planGrid(span, widestSpacing(count)), centreX, centreY, first, end, gradient, potential);
    } else {
      repelExactly(positions, gradient, potential);
    }
    for (let start = first; start < end; start += BLOCK) {
      let sum = 0;
      for (let i = start; i < Math.min(start + BLOCK, end); i++) sum += potential[i]!;
      sums[start / BLOCK] = sum;
    }
    this.barrier.wait();
    return total(sums) - count;
  }

  private step(first: number, end: number, exaggeration: number, normalisation: number, rate: number, momentum: number): void {
    const { positions, velocities, gains, attraction, gradient } = this.memory;
    // The potential's gradient is −2 Σ (y_i − y_j) / (1 + d²)²; that of the divergence has 4 times the forces.
    const pull = 4 * exaggeration;
    const push = 2 / normalisation;
    for (let i = 2 * first; i < 2 * end; i += 2) {
      const slopeX = pull * attraction[i]! + push * gradient[i]!;
      const slopeY = pull * attraction[i + 1]! + push * gradient[i + 1]!;
      const gainX = nextGain(gains[i]!, slopeX, velocities[i]!);
      const gainY = nextGain(gains[i + 1]!, slopeY, velocities[i + 1]!);
      let stepX = momentum * velocities[i]! - rate * gainX * slopeX;
      let stepY = momentum * velocities[i + 1]! - rate * gainY * slopeY;
      const length = Math.sqrt(stepX * stepX + stepY * stepY);
      if (length > LONGEST_STEP) {
        stepX *= LONGEST_STEP / length;
        stepY *= LONGEST_STEP / length;
      }
      gains[i] = gainX;
      gains[i + 1] = gainY;
      velocities[i] = stepX;
      velocities[i + 1] = stepY;
      positions[i]! += stepX;
      positions[i + 1]! += stepY;
    }
  }

  private tellBounds(first: number, end: number): void {
    const { positions, bounds } = this.memory;
    let left = Infinity, right = -Infinity, low = Infinity, high = -Infinity;
    for (let i = 2 * first; i < 2 * end; i += 2) {
      const x = positions[i]!;
      const y = positions[i + 1]!;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < low) low = y;
      if (y > high) high = y;
    }
    bounds.set([left, right, low, high], this.part * BOUNDS_STRIDE);
  }

  private readBounds(): Bounds {
    const { bounds, parts } = this.memory;
    let left = Infinity, right = -Infinity, low = Infinity, high = -Infinity;
    for (let at = 0; at < parts * BOUNDS_STRIDE; at += BOUNDS_STRIDE) {
      left = Math.min(left, bounds[at]!);
      right = Math.max(right, bounds[at + 1]!);
      low = Math.min(low, bounds[at + 2]!);
      high = Math.max(high, bounds[at + 3]!);
    }
    return { centreX: (left + right) / 2, centreY: (low + high) / 2, span: Math.max(right - left, high - low) };
  }
}

/** Grows while the slope goes on against the last step, shrinks where it turned. */
function nextGain(gain: number, slope: number, velocity: number): number {
  const next = slope > 0 === velocity > 0 ? gain * 0.8 : gain + 0.2;
  return next < LEAST_GAIN ? LEAST_GAIN : next;
}

/** In the order of blocks, whoever computed them. */
function total(sums: Float64Array): number {
  let sum = 0;
  for (let block = 0; block < sums.length; block++) sum += sums[block]!;
  return sum;
}
