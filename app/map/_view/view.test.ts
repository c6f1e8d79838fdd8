import { describe, expect, it } from "vitest";
import { clampView, closeZoom, panView, scaleOf, sideOf, toPlace, toSpot, viewAround, WHOLE_MAP, zoomView, ZOOM_RANGE } from "./view";

const frame = { width: 1000, height: 648 };

describe("a view", () => {
  it("shows the whole map within the frame at zoom 0, y upwards", () => {
    expect(sideOf(frame)).toBe(600);
    expect(toSpot(WHOLE_MAP, frame, { x: 0, y: 1 })).toEqual({ left: 200, top: 24 });
    expect(toSpot(WHOLE_MAP, frame, { x: 1, y: 0 })).toEqual({ left: 800, top: 624 });
  });

  it("leads from places to pixels and back", () => {
    const view = { x: 0.3, y: 0.8, zoom: 4.5 };
    const { x, y } = toPlace(view, frame, toSpot(view, frame, { x: 0.31, y: 0.79 }));
    expect(x).toBeCloseTo(0.31, 10);
    expect(y).toBeCloseTo(0.79, 10);
  });

  it("doubles with each zoom", () => {
    expect(scaleOf(zoomView(WHOLE_MAP, 1), frame)).toBe(2 * scaleOf(WHOLE_MAP, frame));
  });

  it("moves by pixels, to the right and downwards", () => {
    const moved = panView({ x: 0.5, y: 0.5, zoom: 1 }, frame, 120, 60);
    expect(moved.x).toBeCloseTo(0.6, 10);
    expect(moved.y).toBeCloseTo(0.45, 10);
  });

  it("is close where neighbours are far enough apart to point at", () => {
    expect(closeZoom(100, frame)).toBe(1);
    expect(closeZoom(1_200_000, frame)).toBeCloseTo(6.78, 2);
  });

  it("never leaves the map", () => {
    expect(clampView({ x: -3, y: 7, zoom: 99 })).toEqual({ x: 0, y: 1, zoom: ZOOM_RANGE[1] });
    expect(panView(WHOLE_MAP, frame, 1e6, 0).x).toBe(1);
  });
});

describe("a view around places", () => {
  it("holds all of them, in its middle", () => {
    const places = [{ x: 0.1, y: 0.2 }, { x: 0.3, y: 0.25 }, { x: 0.2, y: 0.6 }];
    const view = viewAround(places, frame, 6);
    expect(view.x).toBeCloseTo(0.2, 10);
    expect(view.y).toBeCloseTo(0.4, 10);
    for (const { left, top } of places.map((place) => toSpot(view, frame, place))) {
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(frame.width);
      expect(top).toBeGreaterThan(100);
      expect(top).toBeLessThan(frame.height - 100);
    }
  });

  it("goes no closer than asked around a single place, and shows all where there is none", () => {
    expect(viewAround([{ x: 0.4, y: 0.4 }], frame, 5)).toEqual({ x: 0.4, y: 0.4, zoom: 5 });
    expect(viewAround([], frame, 5)).toEqual(WHOLE_MAP);
  });
});
