import { setImmediate as nextTurn } from "node:timers/promises";
import { measureDensity } from "@/lib/features/caption-map/density";
import { frameOf, type MapFrame, toMap, toWire } from "@/lib/features/caption-map/frame";
import { colourImages } from "@/lib/features/caption-map/image-colours";
import { buildLabels } from "@/lib/features/caption-map/labels/build-labels";
import type { LayoutView, MapLabels } from "@/lib/features/caption-map/map-types";
import { createPointColumns, type PointColumns } from "@/lib/features/caption-map/point-columns";
import { orderPoints } from "@/lib/features/caption-map/point-order";
import type { CaptionWords } from "@/lib/features/caption-map/words/caption-words";
import { type CaptionText, readCaptionWords } from "@/lib/features/caption-map/words/read-caption-words";
import { readCaptions } from "@/lib/database/captions";
import type { LayoutWork } from "./layout-work";
import type { LayoutPoints } from "./select-points";

/** Captions read from the database at once. */
const PAGE = 5000;

/** All that is drawn and asked of a layout, its points in the order in which they are sent. */
export interface Picture extends Pick<LayoutView, "frame" | "parts" | "densest"> {
  /** count × 2. */
  positions: Float64Array;
  captions: Uint32Array | null;
  images: Uint32Array;
  columns: PointColumns;
  labels: MapLabels;
  words: CaptionWords;
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
  context.meter.begin("labels", points.rows.length);
  const words = await readCaptionWords(points.count, readTexts(work, order, captionIds));
  const labels = buildLabels({ positions: ordered.positions, frame, words });
  context.meter.end();
  return { frame, parts, densest, ...ordered, columns, labels, words };
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

/** The captions of each point, in the order in which points are sent. */
async function* readTexts({ context, points: { rows, starts } }: LayoutWork, order: Int32Array, captionIds: Uint32Array): AsyncGenerator<CaptionText[]> {
  let page: { point: number; id: number }[] = [];
  let done = 0;
  const read = async () => {
    const texts = await readCaptions(context.db, page.map(({ id }) => id));
    context.signal.throwIfAborted();
    context.meter.advanceTo((done += page.length));
    // A caption that was removed meanwhile has no words.
    return page.flatMap(({ point, id }) => (texts.has(id) ? [{ point, ...texts.get(id)! }] : []));
  };
  for (const [point, placed] of order.entries()) {
    for (let r = starts[placed]!; r < starts[placed + 1]!; r++) page.push({ point, id: captionIds[rows[r]!]! });
    if (page.length < PAGE) continue;
    yield await read();
    page = [];
  }
  yield await read();
}
