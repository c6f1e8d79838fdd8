import type { ByteStream } from "./byte-stream";

/** The bytes from `start` up to, not including, `end`. */
export async function* sliceBytes(bytes: ByteStream, start: number, end: number): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const buffer of bytes) {
    const part = buffer.subarray(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += buffer.length;
    if (part.length > 0) yield part;
    if (offset >= end) return;
  }
}
