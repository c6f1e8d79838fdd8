import { AppError } from "@/lib/core/errors";
import type { NeighbourGraph } from "../neighbours/neighbour-graph";
import { seededNormal } from "@/lib/core/random";
import type { TsneCheckpoint } from "./checkpoint";
import { joinAffinities } from "./joint-affinities";
import { mortonOrder } from "./morton-order";
import { divideRanges, type TsneMemory } from "./tsne-memory";

/** In units of the layout: nothing to the eye. */
const SHAKE = 1e-4;

/** The points in memory, by place, and which point has which place. Only to be touched while nobody iterates. */
export class TsneState {
  private order: Int32Array;

  /** @param shares n × k symmetrised affinities */
  constructor(private readonly memory: TsneMemory, private readonly graph: NeighbourGraph, private readonly k: number, private readonly shares: Float32Array) {
    this.order = Int32Array.from({ length: graph.count }, (_, i) => i);
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
    for (const pairs of [positions, velocities, gains]) {
      const before = pairs.slice();
      for (let place = 0; place < moves.length; place++) {
        const from = 2 * moves[place]!;
        pairs[2 * place] = before[from]!;
        pairs[2 * place + 1] = before[from + 1]!;
      }
    }
    this.join(moves.map((from) => this.order[from]!));
  }

  /** Moves every point a little: exaggeration draws points with the same neighbours into one spot, out of which they would never part. */
  shake(seed: number): void {
    const { positions, count } = this.memory;
    const normal = seededNormal(seed);
    const places = new Int32Array(count);
    this.order.forEach((point, place) => (places[point] = place));
    for (const place of places) {
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
    this.join(checkpoint.order);
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

  private join(order: Int32Array): void {
    this.order = order;
    joinAffinities(this.graph.neighbours, this.graph.k, this.k, this.shares, order, this.memory.joint);
    divideRanges(this.memory);
  }
}
