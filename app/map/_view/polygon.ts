import type { Area } from "@/lib/features/caption-map/area";
import type { Place } from "./view";

/** Corners that an address holds at most. */
export const MOST_CORNERS = 60;

export const boxOf = (from: Place, to: Place): Area => [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];

/** A line drawn by hand, with as many corners as there may be, evenly along it. */
export function thinOut(line: Area, most = MOST_CORNERS): Area {
  if (line.length <= most) return line;
  return Array.from({ length: most }, (_, i) => line[Math.floor((i * line.length) / most)]!);
}

/** Whether a drawn shape encloses anything worth the word, some pixels in both directions. */
export function isArea(polygon: Area, scale: number): boolean {
  const extent = (values: number[]) => (Math.max(...values) - Math.min(...values)) * scale;
  return polygon.length >= 3 && extent(polygon.map(({ x }) => x)) > 4 && extent(polygon.map(({ y }) => y)) > 4;
}

/** Places evenly along a line, both ends among them. */
export function along(from: Place, to: Place, stops: number): Place[] {
  return Array.from({ length: stops }, (_, i) => {
    const share = i / (stops - 1);
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  });
}

