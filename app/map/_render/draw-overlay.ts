import type { RegionLabel } from "@/lib/features/caption-map/map-types";
import type { MapPalette, MapShape } from "@/lib/features/caption-map/palette";
import { toSpot, type Frame, type Place, type Spot, type View } from "../_view/view";
import { placeLabels } from "./place-labels";

/** A point that is spoken of. */
export interface Mark extends Place {
  kind: "pointed" | "selected" | "sibling" | "stop";
  shape: MapShape;
  colour: string;
}

/** What is drawn over the points. */
export interface OverlayContent {
  labels: readonly RegionLabel[];
  lines: readonly { from: Place; to: Place; colour: string }[];
  marks: readonly Mark[];
  /** Where a query is on the map. */
  query: Place | null;
  /** From one place to another. */
  path: readonly [Place, Place] | null;
  area: { corners: readonly Place[]; closed: boolean } | null;
}

export const EMPTY_OVERLAY: OverlayContent = { labels: [], lines: [], marks: [], query: null, path: null, area: null };

export interface OverlaySetting {
  view: View;
  frame: Frame;
  palette: MapPalette;
  locale: string;
  fontFamily: string;
}

const RADII = { pointed: 8, selected: 9, sibling: 6.5, stop: 6 } as const;

/** Draws labels, lines and marks: over the map on the page, and into pictures of it. */
export function drawOverlay(context: CanvasRenderingContext2D, content: OverlayContent, setting: OverlaySetting): void {
  const spotOf = (place: Place) => toSpot(setting.view, setting.frame, place);
  context.lineJoin = "round";
  if (content.area) drawArea(context, content.area, setting, spotOf);
  drawLines(context, content, setting, spotOf);
  drawLabels(context, content.labels, setting);
  for (const mark of content.marks) drawMark(context, mark, spotOf(mark), setting.palette);
  if (content.query) drawStar(context, spotOf(content.query), setting.palette);
}

function drawArea(context: CanvasRenderingContext2D, { corners, closed }: NonNullable<OverlayContent["area"]>, { palette }: OverlaySetting, spotOf: (place: Place) => Spot): void {
  tracePath(context, corners.map(spotOf), closed);
  context.globalAlpha = 0.08;
  context.fillStyle = palette.accent;
  if (closed) context.fill();
  context.globalAlpha = 1;
  context.setLineDash([5, 4]);
  stroke(context, palette.accent, 1.5);
  context.setLineDash([]);
}

function drawLines(context: CanvasRenderingContext2D, { lines, path }: OverlayContent, { palette }: OverlaySetting, spotOf: (place: Place) => Spot): void {
  for (const { from, to, colour } of lines) {
    tracePath(context, [spotOf(from), spotOf(to)], false);
    stroke(context, palette.paper, 3.5);
    stroke(context, colour, 1.5);
  }
  if (!path) return;
  tracePath(context, path.map(spotOf), false);
  stroke(context, palette.paper, 4);
  stroke(context, palette.accent, 2);
}

function drawLabels(context: CanvasRenderingContext2D, labels: readonly RegionLabel[], { view, frame, palette, locale, fontFamily }: OverlaySetting): void {
  const font = (size: number) => `600 ${size}px ${fontFamily}`;
  const measure = (text: string, size: number) => {
    context.font = font(size);
    return context.measureText(text).width;
  };
  const placed = placeLabels(labels, view, frame, locale, measure);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { left, top, text, size } of placed) {
    context.font = font(size);
    context.lineWidth = 4;
    context.strokeStyle = palette.paper;
    context.globalAlpha = 0.85;
    context.strokeText(text, left, top);
    context.globalAlpha = 1;
    context.fillStyle = palette.ink;
    context.fillText(text, left, top);
  }
}

function drawMark(context: CanvasRenderingContext2D, { kind, shape, colour }: Mark, spot: Spot, palette: MapPalette): void {
  const radius = RADII[kind];
  traceShape(context, shape, spot, radius);
  context.fillStyle = colour;
  context.fill();
  stroke(context, palette.paper, 3);
  stroke(context, palette.ink, kind === "sibling" || kind === "stop" ? 1 : 2);
  if (kind !== "selected") return;
  context.beginPath();
  context.arc(spot.left, spot.top, radius + 5, 0, 2 * Math.PI);
  stroke(context, palette.accent, 2);
}

export function traceShape(context: CanvasRenderingContext2D, shape: MapShape, { left, top }: Spot, radius: number): void {
  if (shape === "circle") {
    context.beginPath();
    context.arc(left, top, radius, 0, 2 * Math.PI);
  } else if (shape === "triangle") {
    tracePath(context, [{ left, top: top - radius * 1.1 }, { left: left + radius, top: top + radius * 0.8 }, { left: left - radius, top: top + radius * 0.8 }], true);
  } else {
    context.beginPath();
    context.rect(left - radius * 0.85, top - radius * 0.85, radius * 1.7, radius * 1.7);
  }
}

function drawStar(context: CanvasRenderingContext2D, { left, top }: Spot, palette: MapPalette): void {
  const corner = (i: number) => {
    const [radius, angle] = [i % 2 === 0 ? 13 : 5.5, (Math.PI * i) / 5];
    return { left: left + radius * Math.sin(angle), top: top - radius * Math.cos(angle) };
  };
  tracePath(context, Array.from({ length: 10 }, (_, i) => corner(i)), true);
  stroke(context, palette.paper, 4);
  context.fillStyle = palette.accent;
  context.fill();
  stroke(context, palette.ink, 1.5);
}

function tracePath(context: CanvasRenderingContext2D, spots: readonly Spot[], closed: boolean): void {
  context.beginPath();
  spots.forEach(({ left, top }, i) => (i === 0 ? context.moveTo(left, top) : context.lineTo(left, top)));
  if (closed) context.closePath();
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
