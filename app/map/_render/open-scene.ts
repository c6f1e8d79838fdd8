import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { PointStore } from "../_points/point-store";
import type { Frame, View } from "../_view/view";
import { ZoomControl } from "../_view/zoom-control";
import { Painter } from "./painter";

/** A map that is drawn on the page. */
export interface Scene {
  store: PointStore;
  painter: Painter;
  zoom: ZoomControl;
  view: () => View;
  frame: () => Frame;
}

export interface SceneElements {
  /** Takes pointer and wheel. */
  stage: HTMLElement;
  points: HTMLCanvasElement;
  overlay: HTMLCanvasElement;
}

export interface SceneEvents {
  onView: (view: View) => void;
  /** Whether a drag with one finger or the mouse moves the map now. */
  dragMoves: () => boolean;
  onPoints: (loaded: number) => void;
  /** All points are there and can be found by their place. */
  onReady: () => void;
  onFailure: (message: string) => void;
}

const frameOf = (element: HTMLElement): Frame => ({ width: element.clientWidth, height: element.clientHeight });

/**
 * Draws a layout and loads its points.
 * @returns the scene, and what ends it
 * @throws NoWebGl
 */
export function openScene(layout: LayoutView, { stage, points, overlay }: SceneElements, start: View, events: SceneEvents): { scene: Scene; close: () => void } {
  const store = new PointStore(layout);
  const painter = new Painter({ points, overlay }, store);
  let [view, frame] = [start, frameOf(stage)];
  const onView = (next: View) => {
    view = next;
    painter.setView(next);
    events.onView(next);
  };
  const zoom = new ZoomControl(stage, frame, { onView, dragMoves: events.dragMoves });
  const fit = () => {
    frame = frameOf(stage);
    painter.resize(frame, devicePixelRatio);
    zoom.resize(frame, view);
  };
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(stage);
  const stop = store.load({
    onPoints: (first, vertices) => {
      painter.upload(first, vertices);
      events.onPoints(store.loaded);
    },
    onIndex: events.onReady,
    onFailure: events.onFailure,
  });
  const close = () => {
    stop();
    observer.disconnect();
    zoom.dispose();
    painter.dispose();
  };
  return { scene: { store, painter, zoom, view: () => view, frame: () => frame }, close };
}
