import fs from "node:fs/promises";
import type { HnswParameters } from "./vector-index";

/** What an index file must agree with. */
export interface HnswShape extends Omit<HnswParameters, "ef"> {
  dimensions: number;
  count: number;
}

/** hnswlib's header: ten u64 (and one f64), one i32, one u32, little-endian. */
const headerBytes = 96;
const offsets = { count: 16, rowBytes: 24, m: 72, efConstruction: 88 };
const windowBytes = 1 << 20;

/**
 * Compares the layout of a file in hnswlib's format with what it should hold, reading its header and its upper layers:
 *
 *     header   96 bytes
 *     rows     count × (4 + 8·m links of the bottom layer, 4·dimensions vector, 8 label)
 *     upper    count × (u32 n, n bytes of links)
 *
 * @returns what is wrong, to follow the file's name ("has 40 bytes instead of …"), or null
 */
export async function findHnswFault(file: string, expected: Omit<HnswShape, "efConstruction"> & { efConstruction?: number }): Promise<string | null> {
  const handle = await fs.open(file, "r");
  try {
    const { size } = await handle.stat();
    const header = Buffer.alloc(headerBytes);
    if ((await handle.read(header, 0, headerBytes, 0)).bytesRead < headerBytes) return `ends after ${size} bytes, within its header`;
    return headerFault(header, expected) ?? (await upperLayersFault(handle, header, size));
  } finally {
    await handle.close();
  }
}

function headerFault(header: Buffer, { count, dimensions, m, efConstruction }: Omit<HnswShape, "efConstruction"> & { efConstruction?: number }): string | null {
  const read = (offset: number) => Number(header.readBigUInt64LE(offset));
  if (read(offsets.m) !== m) return `was built with M ${read(offsets.m)} instead of ${m}`;
  if (read(offsets.rowBytes) !== 12 + 8 * m + 4 * dimensions) return `does not hold vectors of ${dimensions} dimensions`;
  if (read(offsets.count) !== count) return `holds ${read(offsets.count)} rows instead of ${count}`;
  if (efConstruction !== undefined && read(offsets.efConstruction) !== Math.max(m, efConstruction)) return `was built with efConstruction ${read(offsets.efConstruction)} instead of ${efConstruction}`;
  return null;
}

async function upperLayersFault(handle: fs.FileHandle, header: Buffer, size: number): Promise<string | null> {
  const count = Number(header.readBigUInt64LE(offsets.count));
  let position = headerBytes + count * Number(header.readBigUInt64LE(offsets.rowBytes));
  let window: Buffer = Buffer.alloc(0);
  let windowStart = position;
  for (let row = 0; row < count; row++) {
    if (position + 4 > size) return `ends after ${size} bytes, before row ${row} of ${count}`;
    if (position + 4 > windowStart + window.length) {
      window = Buffer.alloc(Math.min(windowBytes, size - position));
      await handle.read(window, 0, window.length, position);
      windowStart = position;
    }
    position += 4 + window.readUInt32LE(position - windowStart);
  }
  return position === size ? null : `has ${size} bytes instead of ${position}`;
}
