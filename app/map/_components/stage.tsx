"use client";

import clsx from "clsx";
import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, type Ref } from "react";
import { useTranslations } from "use-intl";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { Scene } from "../_render/open-scene";
import { actOfKey } from "../_view/keyboard";
import { scaleOf, toPlace } from "../_view/view";
import type { useDrawing, MapTool } from "./use-drawing";

/** Pixels around a point in which it is meant. */
const REACH = { mouse: 10, touch: 22 } as const;

interface Props {
  layout: LayoutView;
  scene: Scene | null;
  /** Points are still on their way: none is found under the mouse yet. */
  busy: boolean;
  ref: Ref<HTMLDivElement>;
  tool: MapTool;
  drawing: ReturnType<typeof useDrawing>["handlers"];
  /** The point that mouse or keys are at. */
  pointed: number | null;
  onPoint: (point: number | null) => void;
  onOpen: (point: number | null) => void;
  /** There is no further point to walk to. */
  onEnd: () => void;
  children?: ReactNode;
}

/** Where the map is drawn: it takes mouse, fingers and keys. */
export function Stage({ layout, scene, busy, ref, tool, drawing, pointed, onPoint, onOpen, onEnd, children }: Props) {
  const t = useTranslations("map");
  const pressed = useRef(false);
  const pointAt = (event: MouseEvent<HTMLElement>, reach: number): number | null => {
    if (!scene?.store.index) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const [view, frame] = [scene.view(), scene.frame()];
    return scene.store.index.nearest(toPlace(view, frame, { left: event.clientX - box.left, top: event.clientY - box.top }), reach / scaleOf(view, frame));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    drawing.onPointerMove(event);
    if (event.pointerType === "mouse" && event.buttons === 0) onPoint(pointAt(event, REACH.mouse));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    pressed.current = event.pointerType !== "mouse";
    drawing.onPointerDown(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = scene && event.target === event.currentTarget ? actOfKey(event, scene.view(), scene.frame()) : null;
    if (!act || !scene) return;
    event.preventDefault();
    switch (act.kind) {
      case "view":
        return scene.zoom.go(act.view, false);
      case "walk":
        return walk(scene, pointed, act.direction, onPoint, onEnd);
      case "open":
        return onOpen(pointed ?? scene.store.index?.nearestOfAll(scene.view()) ?? null);
      case "let-go":
        onPoint(null);
        return onOpen(null);
    }
  };
  return (
    // A map is moved and read with keys of its own, which its description tells.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={ref} role="application" aria-label={t("canvas.label", { count: layout.count, unit: layout.unit })} aria-describedby="map-help" aria-busy={busy}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0} data-map-stage=""
      className={clsx("absolute inset-0 touch-none overflow-hidden outline-none select-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset", tool === "move" ? (pointed === null ? "cursor-grab active:cursor-grabbing" : "cursor-pointer") : "cursor-crosshair")}
      {...drawing} onPointerMove={onPointerMove} onPointerDown={onPointerDown} onPointerLeave={() => onPoint(null)} onKeyDown={onKeyDown}
      onClick={(event) => onOpen(pointAt(event, pressed.current ? REACH.touch : REACH.mouse))}>
      <canvas data-layer="points" aria-hidden="true" className="absolute inset-0 size-full" />
      <canvas data-layer="overlay" aria-hidden="true" className="absolute inset-0 size-full" />
      <p id="map-help" className="sr-only">{t("canvas.help")}</p>
      {children}
    </div>
  );
}

function walk(scene: Scene, from: number | null, direction: Parameters<NonNullable<Scene["store"]["index"]>["next"]>[1], onPoint: (point: number) => void, onEnd: () => void): void {
  const { index, placeOf } = scene.store;
  const next = from === null ? index?.nearestOfAll(scene.view()) : index?.next(from, direction);
  if (next === null || next === undefined) return onEnd();
  // At once: a view that moves lets go of the point that was pointed at.
  scene.zoom.go({ ...placeOf(next), zoom: scene.view().zoom }, false);
  onPoint(next);
}
