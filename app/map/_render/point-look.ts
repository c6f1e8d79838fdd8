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

/** How opaque points are: where many share a pixel, each lets others through. */
export function pointOpacity(view: View, frame: Frame, count: number): number {
  const size = pointSize(view, frame, count);
  const covered = (count * size ** 2) / scaleOf(view, frame) ** 2;
  return Math.max(0.25, Math.min(0.9, 0.9 / Math.sqrt(Math.max(1, covered))));
}
