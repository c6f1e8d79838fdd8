import type { LayoutView, MapPoint, MapPoints, RegionLabel } from "@/lib/features/caption-map/map-types";
import { languageShape, type MapPalette } from "@/lib/features/caption-map/palette";
import type { Mark, OverlayContent } from "../_render/draw-overlay";
import type { Place } from "../_view/view";

interface Told {
  labels: readonly RegionLabel[];
  chosen: MapPoints | null;
  pointed: MapPoints | null;
  query: Place | null;
  stops: readonly MapPoint[];
  path: readonly Place[] | null;
  area: { corners: readonly Place[]; closed: boolean } | null;
}

/** What is drawn over the points, from all that the page tells of. */
export function overlayContent({ labels, chosen, pointed, query, stops, path, area }: Told, layout: LayoutView, palette: MapPalette): OverlayContent {
  const markOf = (point: MapPoint, kind: Mark["kind"]): Mark => ({
    x: point.x,
    y: point.y,
    kind,
    shape: languageShape(point.caption?.language ?? layout.language ?? "und"),
    colour: palette.image[point.colour % palette.image.length] ?? palette.ink,
  });
  const family = (points: MapPoints | null, kind: Mark["kind"]) => (points ? [...points.siblings.map((point) => markOf(point, "sibling")), ...points.points.map((point, i) => markOf(point, i === 0 ? kind : "sibling"))] : []);
  const [from, to] = path ?? [];
  return {
    labels,
    lines: [...linesOf(chosen, markOf), ...linesOf(pointed, markOf)],
    marks: [...stops.map((point) => markOf(point, "stop")), ...family(chosen, "selected"), ...family(pointed, "pointed")],
    query,
    path: from && to ? [from, to] : null,
    area,
  };
}

/** From the caption spoken of to each other one of its image. */
function linesOf(points: MapPoints | null, markOf: (point: MapPoint, kind: Mark["kind"]) => Mark): OverlayContent["lines"] {
  const [first, ...rest] = points?.points ?? [];
  if (!first || !points) return [];
  return [...rest, ...points.siblings].map((to) => ({ from: first, to, colour: markOf(first, "sibling").colour }));
}
