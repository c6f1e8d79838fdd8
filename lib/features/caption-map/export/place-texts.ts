import type { DrawnText } from "./export-source";

/** Pixels of a picture's map, and what a letter, a line and half a mark take of them. */
export const SIDE = 968;
const WIDE = 13;
const NARROW = 7.5;
const ASCENT = 12;
const DESCENT = 4;
const MARK = 7;

/** Borders in pixels, upwards. */
interface Box {
  left: number;
  right: number;
  low: number;
  high: number;
}

/** Pixels that a text of 13 takes, roughly: Japanese letters are as wide as high. */
export const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (letter > "\u2000" ? WIDE : NARROW), 0);

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high;

/**
 * Writes texts above, below or beside their points, so that they cover neither each other nor a point nor leave the picture; a text without room is left out.
 * @param points places from 0 to 1, upwards
 */
export function placeTexts(points: readonly { x: number; y: number; text: string }[]): DrawnText[] {
  const taken = points.map(({ x, y }) => ({ left: x * SIDE - MARK, right: x * SIDE + MARK, low: y * SIDE - MARK, high: y * SIDE + MARK }));
  return points.flatMap((point) => {
    const box = placesBeside(point).find((place) => isInPicture(place) && !taken.some((other) => overlap(place, other)));
    if (!box) return [];
    taken.push(box);
    return [{ x: (box.left + box.right) / 2 / SIDE, y: (box.low + DESCENT) / SIDE, text: point.text }];
  });
}

const isInPicture = ({ left, right, low, high }: Box): boolean => left >= 0 && right <= SIDE && low >= 0 && high <= SIDE;

/** The best first. */
function placesBeside({ x, y, text }: { x: number; y: number; text: string }): Box[] {
  const width = widthOf(text);
  const [across, up] = [x * SIDE, y * SIDE];
  const boxAt = (left: number, low: number): Box => ({ left, right: left + width, low, high: low + ASCENT + DESCENT });
  // Moved sideways where the picture ends.
  const middle = Math.max(0, Math.min(SIDE - width, across - width / 2));
  const [above, below, level] = [up + MARK, up - MARK - ASCENT - DESCENT, up - (ASCENT + DESCENT) / 2];
  return [boxAt(middle, above), boxAt(middle, below), boxAt(across + MARK, level), boxAt(across - MARK - width, level)];
}
