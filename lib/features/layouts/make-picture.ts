import { setImmediate as nextTurn } from "node:timers/promises";
import { measureDensity } from "@/lib/features/caption-map/density";
import { frameOf, type MapFrame, toMap, toWire } from "@/lib/features/caption-map/frame";
import { colourImages } from "@/lib/features/caption-map/image-colours";
import type { LayoutView, MapLabels } from "@/lib/features/caption-map/map-types";
import { createPointColumns, type PointColumns } from "@/lib/features/caption-map/point-columns";
import { orderPoints } from "@/lib/features/caption-map/point-order";
import { readCaptions } from "@/lib/database/captions";
import type { LayoutWork } from "./layout-work";
import { buildLabels } from "./provisional-picture";
import type { LayoutPoints } from "./select-points";

/** Captions read from the database at once. */
const PAGE = 20_000;

/** All that is drawn and asked of a layout, its points in the order in which they are sent. */
export interface Picture extends Pick<LayoutView, "frame" | "parts" | "densest"> {
  /** count × 2. */
  positions: Float64Array;
  captions: Uint32Array | null;
  images: Uint32Array;
  columns: PointColumns;
  labels: MapLabels;
}

/** @param captionIds of each row of the generation   @param earlier the frame that is kept where it holds all points */
export async function makePicture(work: LayoutWork, positions: Float64Array, captionIds: Uint32Array, earlier: MapFrame | null): Promise<Picture> {
  const { context, points } = work;
  context.meter.begin("picture", null);
  const frame = earlier && holds(earlier, positions) ? earlier : frameOf(positions);
  const { density, densest } = measureDensity(positions);
  await nextTurn();
  const colours = colourImages(positions, points.images);
  await nextTurn();
  const { order, parts } = orderPoints(positions);
  const columns = drawPoints(points, positions, frame, { density, colours, order });
  const ordered = { positions: Float64Array.from({ length: positions.length }, (_, e) => positions[2 * order[e >> 1]! + (e & 1)]!), captions: points.captions && Uint32Array.from(order, (point) => points.captions![point]!), images: Uint32Array.from(order, (point) => points.images[point]!) };
  context.meter.begin("labels", null);
  const labels = await label(work, positions, captionIds, frame);
  context.meter.end();
  return { frame, parts, densest, ...ordered, columns, labels };
}

function holds({ left, low, side }: MapFrame, positions: Float64Array): boolean {
  return positions.every((value, e) => {
    const from = e % 2 === 0 ? left : low;
    return value >= from && value <= from + side;
  });
}

function drawPoints(points: LayoutPoints, positions: Float64Array, frame: MapFrame, { density, colours, order }: { density: Uint8Array; colours: Uint8Array; order: Int32Array }): PointColumns {
  const columns = createPointColumns(points.count);
  order.forEach((point, i) => {
    const { x, y } = toMap(frame, positions[2 * point]!, positions[2 * point + 1]!);
    columns.x[i] = toWire(x);
    columns.y[i] = toWire(y);
    columns.colour[i] = colours[point]!;
    columns.language[i] = points.language[point]!;
    columns.collection[i] = points.collection[point]!;
    columns.density[i] = density[point]!;
  });
  return columns;
}

/** Labels come from captions, each at the place of its point. */
async function label({ context, points }: LayoutWork, positions: Float64Array, captionIds: Uint32Array, frame: MapFrame): Promise<MapLabels> {
  const { rows, starts } = points;
  const places = new Float64Array(2 * rows.length);
  for (let point = 0; point < points.count; point++) for (let r = starts[point]!; r < starts[point + 1]!; r++) places.set(positions.subarray(2 * point, 2 * point + 2), 2 * r);
  const captions: { text: string; language: string }[] = [];
  for (let first = 0; first < rows.length; first += PAGE) {
    const ids = Array.from(rows.subarray(first, first + PAGE), (row) => captionIds[row]!);
    const read = await readCaptions(context.db, ids);
    context.signal.throwIfAborted();
    for (const id of ids) captions.push(read.get(id) ?? { text: "", language: "" });
  }
  return buildLabels({ positions: places, frame, captions });
}
