import { useRef, useState, type MouseEvent, type PointerEvent } from "react";
import { boxOf, isArea, thinOut } from "../_view/polygon";
import { scaleOf, toPlace, type Place } from "../_view/view";
import type { Scene } from "../_render/open-scene";

export const MAP_TOOLS = ["move", "lasso", "box", "along"] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

/** Something half drawn. */
export interface Draft {
  tool: Exclude<MapTool, "move">;
  line: readonly Place[];
}

interface Drawn {
  onArea: (corners: Place[]) => void;
  onWay: (ends: Place[]) => void;
}

const bounded = ({ x, y }: Place): Place => ({ x: Math.max(0, Math.min(1, x)), y: Math.max(0, Math.min(1, y)) });

/** The shape that a draft encloses; empty for a line. */
export function draftArea({ tool, line }: Draft): readonly Place[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || tool === "along") return [];
  return tool === "box" ? boxOf(first, last) : line;
}

/** Draws with the chosen tool; a box also while Shift is held. */
export function useDrawing(scene: Scene | null, tool: MapTool, { onArea, onWay }: Drawn) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const drew = useRef(false);
  const placeOf = (event: PointerEvent<HTMLElement>): Place | null => {
    const box = event.currentTarget.getBoundingClientRect();
    return scene && bounded(toPlace(scene.view(), scene.frame(), { left: event.clientX - box.left, top: event.clientY - box.top }));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const [place, used] = [placeOf(event), tool === "move" ? (event.shiftKey ? "box" : null) : tool];
    if (!place || !used || !event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drew.current = false;
    setDraft({ tool: used, line: [place] });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const place = draft && placeOf(event);
    if (!place || !event.isPrimary) return;
    const kept = draft.tool === "lasso" ? draft.line : draft.line.slice(0, 1);
    drew.current = true;
    setDraft({ ...draft, line: [...kept, place] });
  };
  const onPointerUp = () => {
    if (!draft || !scene) return;
    setDraft(null);
    const scale = scaleOf(scene.view(), scene.frame());
    const [first, last] = [draft.line[0], draft.line.at(-1)];
    if (draft.tool === "along") {
      if (first && last && Math.hypot(last.x - first.x, last.y - first.y) * scale > 8) onWay([first, last]);
      return;
    }
    const corners = draftArea(draft);
    if (isArea(corners, scale)) onArea([...thinOut(corners)]);
  };
  // A drag ends with a click, which means nothing.
  const onClickCapture = (event: MouseEvent) => {
    if (drew.current) event.stopPropagation();
    drew.current = false;
  };
  return { draft, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDraft(null), onClickCapture } };
}
