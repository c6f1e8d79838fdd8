import { AppError } from "@/lib/core/errors";
import type { LayoutUnit } from "@/lib/features/caption-map/map-types";
import type { Manifest } from "@/lib/vector-index/generation";
import type { LabelColumns } from "@/lib/vector-index/label-columns";

/** BCP 47 for several languages: that of an image whose captions are of more than one. */
const SEVERAL = "mul";
/** Names that a byte tells apart. */
const MOST_NAMES = 256;

/** What is laid out of a generation: points, and the rows that each stands for. */
export interface LayoutPoints {
  count: number;
  /** Null where points are images. */
  captions: Uint32Array | null;
  images: Uint32Array;
  /** The rows of point i are rows[starts[i]] to before rows[starts[i + 1]]; ascending. */
  starts: Uint32Array;
  rows: Uint32Array;
  /** What codes stand for, and the code of each point. */
  languages: string[];
  language: Uint8Array;
  collections: string[];
  collection: Uint8Array;
}

/** Numbers names in the order of their first appearance, in a byte. */
class Codes {
  readonly names: string[] = [];
  private readonly codes = new Map<string, number>();

  constructor(private readonly what: string) {}

  encode(name: string): number {
    const known = this.codes.get(name);
    if (known !== undefined) return known;
    if (this.names.length === MOST_NAMES) throw new AppError("bad_input", `A map shows ${MOST_NAMES} ${this.what} at most. Lay out one language: npm run layout -- --language TAG`);
    this.codes.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/**
 * @param language takes only captions of it; null: all
 * @throws AppError `invalid_parameter` for a language that no caption has; `conflict` where there is nothing to lay out
 */
export function selectPoints(manifest: Pick<Manifest, "languages" | "collections">, labels: LabelColumns, unit: LayoutUnit, language: string | null): LayoutPoints {
  const rows = selectRows(manifest, labels, language);
  if (rows.length === 0) throw new AppError("conflict", "There are no captions to lay out. Import some first: npm run ingest -- FILE");
  const { rows: grouped, starts } = unit === "captions" ? { rows, starts: Uint32Array.from({ length: rows.length + 1 }, (_, i) => i) } : groupByImage(rows, labels.imageIds);
  return { ...describe(manifest, labels, grouped, starts), captions: unit === "captions" ? Uint32Array.from(grouped, (row) => labels.captionIds[row]!) : null };
}

function selectRows({ languages }: Pick<Manifest, "languages">, labels: LabelColumns, language: string | null): Uint32Array {
  const all = Uint32Array.from({ length: labels.captionIds.length }, (_, row) => row);
  if (language === null) return all;
  const code = languages.indexOf(language);
  if (code < 0) throw new AppError("invalid_parameter", `No caption is in the language ${language}. There are: ${languages.join(", ") || "none"}.`, { field: "language" });
  return all.filter((row) => labels.languages[row] === code);
}

/** Images in the order of their first row. */
function groupByImage(rows: Uint32Array, imageIds: Uint32Array): { rows: Uint32Array; starts: Uint32Array } {
  const byImage = new Map<number, number[]>();
  for (const row of rows) {
    const image = imageIds[row]!;
    const known = byImage.get(image);
    if (known) known.push(row);
    else byImage.set(image, [row]);
  }
  const groups = [...byImage.values()];
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach((group, i) => (starts[i + 1] = starts[i]! + group.length));
  return { rows: Uint32Array.from(groups.flat()), starts };
}

function describe(manifest: Pick<Manifest, "languages" | "collections">, labels: LabelColumns, rows: Uint32Array, starts: Uint32Array): Omit<LayoutPoints, "captions"> {
  const count = starts.length - 1;
  const languages = new Codes("languages");
  const collections = new Codes("collections");
  const points = { images: new Uint32Array(count), language: new Uint8Array(count), collection: new Uint8Array(count) };
  for (let i = 0; i < count; i++) {
    const own = rows.subarray(starts[i], starts[i + 1]);
    const first = own[0]!;
    const isMixed = own.some((row) => labels.languages[row] !== labels.languages[first]);
    points.images[i] = labels.imageIds[first]!;
    points.language[i] = languages.encode(isMixed ? SEVERAL : manifest.languages[labels.languages[first]!]!);
    points.collection[i] = collections.encode(manifest.collections[labels.collections[first]!]!);
  }
  return { count, ...points, starts, rows, languages: languages.names, collections: collections.names };
}

/** Whether the points are the generation's rows, in their order. */
export const areAllRows = ({ count, captions, rows }: LayoutPoints, manifest: Pick<Manifest, "count">): boolean => captions !== null && count === manifest.count && rows.length === count;

/** What tells a point in another layout of its unit: the id of its caption, or of its image. */
export const idsOf = ({ captions, images }: { captions: Uint32Array | null; images: Uint32Array }): Uint32Array => captions ?? images;

/** Vectors of the points, in shared memory: a caption's own, or the mean of an image's, of length 1. @param vectors of all rows, count × dimensions */
export function pointVectors({ count, captions, rows, starts }: LayoutPoints, vectors: Float32Array, dimensions: number): Float32Array {
  if (captions && rows.length === vectors.length / dimensions) return vectors;
  const means = new Float32Array(new SharedArrayBuffer(4 * count * dimensions));
  for (let i = 0; i < count; i++) {
    const mean = means.subarray(i * dimensions, (i + 1) * dimensions);
    for (let r = starts[i]!; r < starts[i + 1]!; r++) {
      const at = rows[r]! * dimensions;
      for (let d = 0; d < dimensions; d++) mean[d]! += vectors[at + d]!;
    }
    const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let d = 0; d < dimensions; d++) mean[d]! /= length;
  }
  return means;
}
