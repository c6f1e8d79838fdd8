export type Direction = "up" | "down" | "left" | "right";

/** A box on the page, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Boxes whose tops differ by less stand in one row. */
const SAME_ROW = 8;

const middle = ({ left, width }: Box) => left + width / 2;

/**
 * The box an arrow key leads to. Left and right walk in reading order, over the ends of rows; up and down lead to the next
 * row, there to the box that is least to the side.
 * @param boxes in reading order
 * @returns its position, null where there is none
 */
export function nextInDirection(boxes: Box[], current: number, direction: Direction): number | null {
  const from = boxes[current];
  if (!from) return null;
  if (direction === "left") return current > 0 ? current - 1 : null;
  if (direction === "right") return current < boxes.length - 1 ? current + 1 : null;
  const sign = direction === "down" ? 1 : -1;
  const beyond = boxes.map((box, i) => ({ box, i, away: (box.top - from.top) * sign })).filter(({ away }) => away > SAME_ROW);
  const nearestRow = Math.min(...beyond.map(({ away }) => away));
  const row = beyond.filter(({ away }) => away - nearestRow <= SAME_ROW);
  const aside = ({ box }: { box: Box }) => Math.abs(middle(box) - middle(from));
  return row.reduce<(typeof row)[number] | null>((best, other) => (best === null || aside(other) < aside(best) ? other : best), null)?.i ?? null;
}
