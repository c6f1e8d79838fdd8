import type { Direction } from "../_points/point-index";
import { panView, WHOLE_MAP, zoomView, type Frame, type View } from "./view";

/** What a key does on the map. */
export type KeyAct = { kind: "view"; view: View } | { kind: "walk"; direction: Direction } | { kind: "open" } | { kind: "let-go" };

/** Pixels that an arrow key moves by, and zoom of + and −. */
const STEP = 80;
const ZOOM_STEP = 0.5;

const arrows: Record<string, { direction: Direction; right: number; down: number }> = {
  ArrowUp: { direction: "up", right: 0, down: -1 },
  ArrowDown: { direction: "down", right: 0, down: 1 },
  ArrowLeft: { direction: "left", right: -1, down: 0 },
  ArrowRight: { direction: "right", right: 1, down: 0 },
};

export interface PressedKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** @returns null for keys that are not the map's */
export function actOfKey({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey, view: View, frame: Frame): KeyAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  const arrow = arrows[key];
  if (arrow && shiftKey) return { kind: "walk", direction: arrow.direction };
  if (arrow) return { kind: "view", view: panView(view, frame, STEP * arrow.right, STEP * arrow.down) };
  switch (key) {
    case "+":
    case "=":
    case ";": // + on Japanese keyboards, without Shift
      return { kind: "view", view: zoomView(view, ZOOM_STEP) };
    case "-":
      return { kind: "view", view: zoomView(view, -ZOOM_STEP) };
    case "0":
      return { kind: "view", view: WHOLE_MAP };
    case "Enter":
      return { kind: "open" };
    case "Escape":
      return { kind: "let-go" };
    default:
      return null;
  }
}
