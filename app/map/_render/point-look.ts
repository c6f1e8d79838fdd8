import { scaleOf, type Frame, type View } from "../_view/view";

/** Pixels: smaller points vanish, larger ones hide each other's shape. */
const [SMALLEST, LARGEST] = [2, 11];
/** Share of the mean distance of neighbours that a point takes. */
const FILL = 0.5;

/** How large points are in a view, in CSS pixels: they grow with the zoom, as far as there is room between them. */
export function pointSize(view: View, frame: Frame, count: number): number {
  const spacing = scaleOf(view, frame) / Math.sqrt(Math.max(1, count));
  return Math.max(SMALLEST, Math.min(LARGEST, FILL * spacing));
}

/** How much larger lit points are than others, and how large a few of them are at least: on a large map they would be specks. */
const LIT = 1.5;
const LEAST_LIT = 8;
const FEW_LIT = 500;

/** How large lit points are among others of a size, in CSS pixels. @param lit how many there are */
export const litSize = (size: number, lit: number): number => Math.max(LIT * size, lit <= FEW_LIT ? LEAST_LIT : 0);

/** How opaque points are: where many share a pixel, each lets others through. */
export function pointOpacity(view: View, frame: Frame, count: number): number {
  const size = pointSize(view, frame, count);
  const covered = (count * size ** 2) / scaleOf(view, frame) ** 2;
  return Math.max(0.25, Math.min(0.9, 0.9 / Math.sqrt(Math.max(1, covered))));
}
