import type { NodeDistance } from "./hnsw-graph";

/** Of equally far nodes the one with the lower number counts as nearer, so that every search has one course. */
const isNearer = (a: NodeDistance, b: NodeDistance) => a.distance < b.distance || (a.distance === b.distance && a.node < b.node);

/** Nodes by rising distance. Lists of some hundred are kept in order faster than heaps are. */
export class NearestFirst {
  private readonly list: NodeDistance[] = [];

  constructor(nodes: readonly NodeDistance[] = []) {
    for (const node of nodes) this.add(node);
  }

  get size(): number {
    return this.list.length;
  }

  get farthest(): NodeDistance | undefined {
    return this.list.at(-1);
  }

  add(added: NodeDistance): void {
    let [low, high] = [0, this.list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isNearer(this.list[middle]!, added)) low = middle + 1;
      else high = middle;
    }
    this.list.splice(low, 0, added);
  }

  takeNearest(): NodeDistance | undefined {
    return this.list.shift();
  }

  dropFarthest(): void {
    this.list.pop();
  }

  toArray(): NodeDistance[] {
    return [...this.list];
  }
}
