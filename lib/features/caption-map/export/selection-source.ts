import type { SelectionLayout } from "../map-types";
import { boundsOf } from "@/lib/projection/bounds";
import { planeOf } from "../selection/lay-out-vectors";
import type { DrawnPoints, ExportSource } from "./export-source";
import { placeTexts } from "./place-texts";

/** Captions that are written beside their points, where there are so few. */
const WRITTEN = 40;
const LONGEST = 28;

/** Room around the points, as a share of the picture. */
const MARGIN = 0.06;

/** Captions laid out on their own. */
export function selectionSource({ generation, method, parameters, points, coordinates, components, colours, quality }: SelectionLayout): ExportSource {
  const at = (i: number, axis: number) => coordinates[i * components + axis] ?? 0;
  const languages = [...new Set(points.map(({ caption }) => caption.language))];
  const collections = [...new Set(points.map(({ image }) => image.collection))];
  return {
    name: `kotomap-selection-${method}`,
    rows: points.length,
    about: { generation, method, unit: "captions", points: points.length, ...parameters, ...quality },
    languages,
    collections,
    // eslint-disable-next-line @typescript-eslint/require-await -- a source is asynchronous
    chunks: async function* () {
      yield points.map(({ caption, image }, i) => ({ caption_id: Number(caption.id), collection: image.collection, image: image.id, language: caption.language, caption: caption.text, x: at(i, 0), y: at(i, 1), z: components === 3 ? at(i, 2) : null }));
    },
    draw: () => {
      const places = unitPlaces(planeOf(Float64Array.from(coordinates), components));
      const bytes = (make: (i: number) => number) => Uint8Array.from(points, (_, i) => make(i));
      const drawn: DrawnPoints = {
        ...places,
        colour: bytes((i) => colours[i] ?? 0),
        language: bytes((i) => languages.indexOf(points[i]?.caption.language ?? "")),
        collection: bytes((i) => collections.indexOf(points[i]?.image.collection ?? "")),
        density: bytes(() => 128),
      };
      const texts = points.length > WRITTEN ? [] : placeTexts(points.map(({ caption }, i) => ({ x: places.x[i] ?? 0, y: places.y[i] ?? 0, text: shorten(caption.text) })));
      return Promise.resolve({ points: drawn, texts });
    },
  };
}

const shorten = (text: string) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join("")}…` : text);

function unitPlaces(plane: Float64Array): { x: Float64Array; y: Float64Array } {
  const { left, right, low, high } = boundsOf(plane);
  const extent = Math.max(right - left, high - low) || 1;
  const place = (value: number, from: number, to: number) => 0.5 + ((1 - 2 * MARGIN) * (value - (from + to) / 2)) / extent;
  const count = plane.length / 2;
  return { x: Float64Array.from({ length: count }, (_, i) => place(plane[2 * i] ?? 0, left, right)), y: Float64Array.from({ length: count }, (_, i) => place(plane[2 * i + 1] ?? 0, low, high)) };
}
