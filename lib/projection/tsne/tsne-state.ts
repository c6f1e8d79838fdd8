import { AppError } from "@/lib/core/errors";
import { seededNormal } from "@/lib/core/random";
import type { TsneCheckpoint } from "./checkpoint";
import { invert, moveRows, rearrangeAffinities } from "./joint-affinities";
import { mortonOrder } from "./morton-order";
import { divideRanges, type TsneMemory } from "./tsne-memory";

/** In units of the layout: nothing to the eye. */
const SHAKE = 1e-4;

/** The points in memory, by place, and which point has which place. Only to be touched while nobody iterates. */
export class TsneState {
  private order: Int32Array;

  /** @param memory with symmetrised affinities, every point at the place of its own number */
  constructor(private readonly memory: TsneMemory) {
    this.order = Int32Array.from({ length: memory.count }, (_, i) => i);
  }

  /** @param positions by point, x and y in turn */
  start(positions: Float64Array): void {
    this.memory.positions.set(positions);
    this.reorder();
  }

  /** Gives neighbours on the layout neighbouring places: what is read together then lies together, which halves the time of large layouts. */
  reorder(): void {
    const { positions, velocities, gains } = this.memory;
    const moves = mortonOrder(positions);
    for (const pairs of [positions, velocities, gains]) moveRows(pairs, 2, moves);
    this.rearrange(moves);
  }

  /** Moves every point a little: exaggeration draws points with the same neighbours into one spot, out of which they would never part. */
  shake(seed: number): void {
    const { positions } = this.memory;
    const normal = seededNormal(seed);
    for (const place of invert(this.order)) {
      positions[2 * place]! += SHAKE * normal();
      positions[2 * place + 1]! += SHAKE * normal();
    }
  }

  /** @throws AppError `conflict` where the checkpoint was made from something else */
  restore(checkpoint: TsneCheckpoint, fingerprint: string): void {
    if (checkpoint.fingerprint !== fingerprint) throw new AppError("conflict", "The checkpoint belongs to another layout: its points, neighbours or settings are others. Remove it, and the layout starts anew.");
    const { positions, velocities, gains } = this.memory;
    positions.set(checkpoint.positions);
    velocities.set(checkpoint.velocities);
    gains.set(checkpoint.gains);
    this.rearrange(checkpoint.order);
  }

  checkpoint(iteration: number, fingerprint: string): TsneCheckpoint {
    const { positions, velocities, gains } = this.memory;
    return { iteration, fingerprint, order: this.order.slice(), positions: Float64Array.from(positions), velocities: Float64Array.from(velocities), gains: Float64Array.from(gains) };
  }

  /** Coordinates by point, x and y in turn, around 0. */
  layout(): Float64Array {
    const { positions, count } = this.memory;
    let x = 0, y = 0;
    for (let i = 0; i < positions.length; i += 2) {
      x += positions[i]! / count;
      y += positions[i + 1]! / count;
    }
    const layout = new Float64Array(2 * count);
    for (let place = 0; place < count; place++) {
      const to = 2 * this.order[place]!;
      layout[to] = positions[2 * place]! - x;
      layout[to + 1] = positions[2 * place + 1]! - y;
    }
    return layout;
  }

  /** Gives points their own numbers as places again, so that the neighbours are those of the graph. The state is spent. */
  end(): void {
    this.rearrange(invert(this.order));
  }

  private rearrange(moves: Int32Array): void {
    this.order = moves.map((from) => this.order[from]!);
    rearrangeAffinities(this.memory.joint, moves);
    divideRanges(this.memory);
  }
}
