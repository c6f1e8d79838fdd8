import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { PassingRows } from "./caption-filter";

/** Rows that a query asks for by words that have to be there, or must not be. */
export interface Restriction {
  /** Of each phrase that has to stand in a caption, the rows where it does, ascending. */
  required: readonly Uint32Array[];
  /** Of each excluded word, the rows that have it. */
  excluded: readonly Uint32Array[];
}

/** The rows that pass and meet the restriction. */
export function restrictRows(generation: LoadedGeneration, passing: PassingRows, { required, excluded }: Restriction): PassingRows {
  const without = excluded.length === 0 ? passing : withoutRows(generation, passing, markRows(generation, excluded));
  return required.length === 0 ? without : onlyRows(generation, without, required);
}

/** 1 for each row of any list. */
function markRows({ manifest }: LoadedGeneration, lists: readonly Uint32Array[]): Uint8Array {
  const marked = new Uint8Array(manifest.count);
  for (const rows of lists) for (const row of rows) marked[row] = 1;
  return marked;
}

function withoutRows({ labels, rowsOfImage }: LoadedGeneration, { passes, rows, images }: PassingRows, excluded: Uint8Array): PassingRows {
  const others = (row: number) => excluded[row] === 0 && (passes === null || passes(row));
  const touched = new Set<number>();
  let gone = 0;
  excluded.forEach((mark, row) => {
    if (mark === 0 || (passes && !passes(row))) return;
    gone++;
    touched.add(labels.imageIds[row]!);
  });
  const goneImages = [...touched].filter((image) => !rowsOfImage(image).some(others)).length;
  return { passes: others, rows: rows - gone, images: images - goneImages };
}

function onlyRows(generation: LoadedGeneration, { passes }: PassingRows, required: readonly Uint32Array[]): PassingRows {
  const [shortest, ...others] = [...required].sort((a, b) => a.length - b.length);
  const masks = others.map((rows) => markRows(generation, [rows]));
  const found = shortest!.filter((row) => masks.every((mask) => mask[row] === 1) && (passes === null || passes(row)));
  const mask = markRows(generation, [found]);
  return { passes: (row) => mask[row] === 1, rows: found.length, images: new Set(found.map((row) => generation.labels.imageIds[row]!)).size };
}
