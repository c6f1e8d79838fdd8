import { readCaptions, readImages } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import type { Area } from "../area";
import type { LayoutView, MapLabels } from "../map-types";
import type { ShownLayout } from "../shown-layout";
import type { DrawnPoints, DrawnText, ExportRow, ExportSource } from "./export-source";

/** Rows read from the database at once. */
const CHUNK = 500;

/** A layout, or an area of one. */
export async function layoutSource(db: Database, layout: ShownLayout, labels: MapLabels, area: Area | undefined): Promise<ExportSource> {
  const { manifest } = layout;
  const points = area ? await layout.pointsIn(area) : Uint32Array.from({ length: manifest.count }, (_, point) => point);
  return {
    name: `kotomap-${manifest.id}${area ? "-area" : ""}`,
    rows: points.length,
    about: aboutLayout(manifest),
    languages: manifest.languages,
    collections: manifest.collections,
    chunks: async function* () {
      for (let start = 0; start < points.length; start += CHUNK) yield await readRows(db, layout, [...points.subarray(start, start + CHUNK)]);
    },
    draw: (most, locale) => Promise.resolve({ points: drawnPoints(layout, evenly(area ? points : points.subarray(0, manifest.parts[0]), most)), texts: area ? [] : drawnLabels(labels, locale) }),
  };
}

export function aboutLayout({ id, generation, createdAt, method, unit, language, distance, parameters, count, placed, quality }: LayoutView): ExportSource["about"] {
  return { layout: id, generation, created: createdAt, method, unit, language: language ?? "all", distance, points: count, placed, ...parameters, ...quality };
}

/** Every so manieth. */
function evenly(points: Uint32Array, most: number): Uint32Array {
  const count = Math.min(most, points.length);
  return Uint32Array.from({ length: count }, (_, i) => points[Math.floor((i * points.length) / count)] as number);
}

async function readRows(db: Database, layout: ShownLayout, points: number[]): Promise<ExportRow[]> {
  const { captions, images, positions } = layout;
  const [texts, pictures] = [captions && (await readCaptions(db, points.map((point) => captions[point] as number))), await readImages(db, [...new Set(points.map((point) => images[point] as number))])];
  return points.map((point) => {
    const caption = texts?.get(captions?.[point] as number);
    const image = pictures.get(images[point] as number);
    return { caption_id: caption?.id ?? null, collection: image?.collection ?? "", image: image?.externalId ?? "", language: caption?.language ?? null, caption: caption?.text ?? null, x: positions[2 * point] as number, y: positions[2 * point + 1] as number, z: null };
  });
}

function drawnPoints(layout: ShownLayout, points: Uint32Array): DrawnPoints {
  const { columns } = layout;
  const bytes = (column: Uint8Array) => Uint8Array.from(points, (point) => column[point] as number);
  const places = Array.from(points, (point) => layout.placeOf(point));
  return { x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y), colour: bytes(columns.colour), language: bytes(columns.language), collection: bytes(columns.collection), density: bytes(columns.density) };
}

/** In the language of the picture where the captions have it. */
function drawnLabels({ levels }: MapLabels, locale: string): DrawnText[] {
  return (levels[0]?.labels ?? []).flatMap(({ x, y, words }) => {
    const chosen = words[locale] ?? Object.values(words)[0] ?? [];
    return chosen.length > 0 ? [{ x, y, text: chosen.join(locale === "ja" ? "・" : ", ") }] : [];
  });
}
