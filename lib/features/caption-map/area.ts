/** A polygon in map coordinates: x and y of its corners in turn; the last corner is joined to the first. */
export type Area = readonly { x: number; y: number }[];

/** The upright rectangle around an area. */
export function boxAround(area: Area): { left: number; right: number; low: number; high: number } {
  const [xs, ys] = [area.map(({ x }) => x), area.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
}

/** Whether a place is inside, by the even-odd rule. */
export function isInside(area: Area, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = area.length - 1; i < area.length; j = i++) {
    const [a, b] = [area[i]!, area[j]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
