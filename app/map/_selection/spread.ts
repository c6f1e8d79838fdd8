import type { Frame, Spot } from "../_view/view";

/** Points in space, x, y and z in turn; z is 0 for all on a plane. */
export type Cloud = Float64Array;

/** How a cloud is turned, in radians: around the upright axis, then around the level one. */
export interface Turn {
  yaw: number;
  pitch: number;
}

export const NO_TURN: Turn = { yaw: 0, pitch: 0 };

/** Pixels kept free at the edges. */
const MARGIN = 56;

/** Any coordinates as a cloud around 0 whose farthest point is 1 away along an axis. */
export function toCloud(coordinates: ArrayLike<number>, components: number): Cloud {
  const count = coordinates.length / components;
  const cloud = new Float64Array(3 * count);
  for (let axis = 0; axis < components; axis++) {
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      low = Math.min(low, coordinates[components * i + axis]!);
      high = Math.max(high, coordinates[components * i + axis]!);
    }
    for (let i = 0; i < count; i++) cloud[3 * i + axis] = coordinates[components * i + axis]! - (low + high) / 2;
  }
  const extent = cloud.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return extent > 0 ? cloud.map((value) => value / extent) : cloud;
}

/** Between two clouds of the same points. @param share from 0, the first, to 1 */
export const mixClouds = (from: Cloud, to: Cloud, share: number): Cloud => to.map((value, i) => from[i]! + share * (value - from[i]!));

/** How far a share of the way is once it begins and ends gently. */
export const eased = (share: number): number => (share < 0.5 ? 2 * share ** 2 : 1 - (2 - 2 * share) ** 2 / 2);

/** Where points are in a frame, and how near: from −1, farthest, to 1. */
export function spreadOver(cloud: Cloud, frame: Frame, { yaw, pitch }: Turn): (Spot & { near: number })[] {
  const [cosYaw, sinYaw, cosPitch, sinPitch] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  // One unit for all axes: distances are what the picture is about. What is turned stays within.
  const flat = cloud.every((value, i) => i % 3 !== 2 || value === 0);
  const reach = Math.max(1, Math.min(frame.width, frame.height) / 2 - MARGIN) * (flat ? 1 : 0.8);
  return Array.from({ length: cloud.length / 3 }, (_, i) => {
    const [x, y, z] = [cloud[3 * i]!, cloud[3 * i + 1]!, cloud[3 * i + 2]!];
    const [turned, deep] = [x * cosYaw + z * sinYaw, z * cosYaw - x * sinYaw];
    const [up, near] = [y * cosPitch - deep * sinPitch, deep * cosPitch + y * sinPitch];
    return { left: frame.width / 2 + turned * reach, top: frame.height / 2 - up * reach, near };
  });
}
