import fs from "node:fs/promises";
import { AppError } from "@/lib/core/errors";

/** 4 captionId, 4 imageId, 2 language, 2 collection. */
export const bytesPerLabel = 12;
const maxNames = 0x10000;

/**
 * Whose caption a row is. On disk (labels.bin) the columns follow one another without padding, n being the rows:
 *
 *     offset   bytes  what
 *     0        4·n    captionId   u32, strictly ascending
 *     4·n      4·n    imageId     u32
 *     8·n      2·n    language    u16, position in the manifest's `languages`
 *     10·n     2·n    collection  u16, position in the manifest's `collections`
 *
 * All little-endian, as is every processor that the native index is built for.
 */
export interface LabelColumns {
  captionIds: Uint32Array;
  imageIds: Uint32Array;
  languages: Uint16Array;
  collections: Uint16Array;
}

/** The columns as views of the file's bytes; `bytes` must start at a multiple of 4 within its buffer. */
export function viewLabels(bytes: Uint8Array<ArrayBuffer>): LabelColumns {
  const count = bytes.byteLength / bytesPerLabel;
  const { buffer, byteOffset } = bytes;
  return {
    captionIds: new Uint32Array(buffer, byteOffset, count),
    imageIds: new Uint32Array(buffer, byteOffset + 4 * count, count),
    languages: new Uint16Array(buffer, byteOffset + 8 * count, count),
    collections: new Uint16Array(buffer, byteOffset + 10 * count, count),
  };
}

/** The caption id of one row of a labels.bin file. */
export async function readCaptionId(file: string, row: number): Promise<number> {
  const handle = await fs.open(file, "r");
  try {
    const id = new Uint32Array(1);
    await handle.read(new Uint8Array(id.buffer), 0, 4, 4 * row);
    return id[0] as number;
  } finally {
    await handle.close();
  }
}

/** Numbers names in the order of their first appearance. */
export class NameTable {
  readonly names: string[] = [];
  private readonly codes = new Map<string, number>();

  encode(names: readonly string[]): Uint16Array {
    return Uint16Array.from(names, (name) => this.codes.get(name) ?? this.add(name));
  }

  private add(name: string): number {
    const code = this.names.push(name) - 1;
    if (code >= maxNames) throw new AppError("bad_input", `An index cannot hold more than ${maxNames} languages or collections.`);
    this.codes.set(name, code);
    return code;
  }
}

/** Collects columns chunk by chunk; 12 bytes a row. */
export class LabelCollector {
  private readonly chunks: LabelColumns[] = [];
  count = 0;

  add(chunk: LabelColumns): void {
    this.chunks.push(chunk);
    this.count += chunk.captionIds.length;
  }

  /** The bytes of labels.bin. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.count * bytesPerLabel);
    const all = viewLabels(bytes);
    let row = 0;
    for (const chunk of this.chunks) {
      all.captionIds.set(chunk.captionIds, row);
      all.imageIds.set(chunk.imageIds, row);
      all.languages.set(chunk.languages, row);
      all.collections.set(chunk.collections, row);
      row += chunk.captionIds.length;
    }
    return bytes;
  }
}
