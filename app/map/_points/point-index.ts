import KDBush from "kdbush";
import { isInside, type Area } from "@/lib/features/caption-map/area";
import { COORDINATE_MAX } from "@/lib/features/caption-map/point-columns";
import type { Place } from "../_view/view";

export type Direction = "up" | "down" | "left" | "right";

const axes: Record<Direction, Place> = { up: { x: 0, y: 1 }, down: { x: 0, y: -1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } };

/** Finds points by their place. All places and distances are in map coordinates. */
export class PointIndex {
  private readonly tree: KDBush;

  constructor(data: ArrayBufferLike, private readonly placeOf: (point: number) => Place) {
    this.tree = KDBush.from(data);
  }

  /** The point nearest to a place, at most `radius` away; of those at one place the first. */
  nearest(place: Place, radius: number): number | null {
    return this.best(this.around(place, radius), (point) => distance(this.placeOf(point), place));
  }

  /** The nearest to a place, however far. */
  nearestOfAll(place: Place): number | null {
    for (let radius = 1 / 256; radius < 4; radius *= 2) {
      const found = this.nearest(place, radius);
      if (found !== null) return found;
    }
    return null;
  }

  /** The next point in a direction: the nearest of those within 45° of it, points at the same place passed over. */
  next(from: number, direction: Direction): number | null {
    const [start, axis] = [this.placeOf(from), axes[direction]];
    for (let radius = 1 / 1024; radius < 4; radius *= 2) {
      const ahead = this.around(start, radius).filter((point) => isAhead(start, this.placeOf(point), axis));
      const found = this.best(ahead, (point) => distance(this.placeOf(point), start));
      if (found !== null) return found;
    }
    return null;
  }

  /** Points inside an area, in their order. */
  inside(area: Area): Uint32Array {
    const [xs, ys] = [area.map(({ x }) => x * COORDINATE_MAX), area.map(({ y }) => y * COORDINATE_MAX)];
    const boxed = this.tree.range(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    const inside = boxed.filter((point) => {
      const { x, y } = this.placeOf(point);
      return isInside(area, x, y);
    });
    return Uint32Array.from(inside).sort();
  }

  private around({ x, y }: Place, radius: number): number[] {
    return this.tree.within(x * COORDINATE_MAX, y * COORDINATE_MAX, radius * COORDINATE_MAX);
  }

  private best(points: number[], cost: (point: number) => number): number | null {
    let [found, least]: [number | null, number] = [null, Infinity];
    for (const point of points) {
      const own = cost(point);
      if (own < least || (own === least && found !== null && point < found)) [found, least] = [point, own];
    }
    return found;
  }
}

const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);

function isAhead(from: Place, to: Place, axis: Place): boolean {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = x * axis.x + y * axis.y;
  return along > 0 && along >= Math.abs(x * axis.y - y * axis.x);
}
