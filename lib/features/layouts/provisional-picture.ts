import type { LayoutView, MapLabels } from "@/lib/features/caption-map/map-types";
import { boundsOf } from "@/lib/projection/bounds";

export function orderPoints(positions: Float64Array): { order: Int32Array; parts: number[] } {
  const count = positions.length / 2;
  return { order: Int32Array.from({ length: count }, (_, i) => i), parts: [count] };
}
export const colourImages = (_positions: Float64Array, images: ArrayLike<number>): Uint8Array => Uint8Array.from(images, (image) => image % 16);
export const measureDensity = (positions: Float64Array): { density: Uint8Array; densest: number } => ({ density: new Uint8Array(positions.length / 2), densest: 1 });
export function frameOf(positions: Float64Array): LayoutView["frame"] {
  const { left, right, low, high } = boundsOf(positions);
  const side = 1.04 * Math.max(right - left, high - low) || 1;
  return { left: (left + right - side) / 2, low: (low + high - side) / 2, side };
}
export const buildLabels = (_given: { positions: Float64Array; frame: LayoutView["frame"]; captions: { text: string; language: string }[] }): MapLabels => ({ levels: [] });
