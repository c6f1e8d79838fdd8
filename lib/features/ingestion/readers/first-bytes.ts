import type { ByteStream } from "./byte-stream";

/** The first `count` bytes, fewer where there are no more. */
export async function firstBytes(bytes: ByteStream, count: number): Promise<Buffer> {
  const found: Buffer[] = [];
  let length = 0;
  for await (const buffer of bytes) {
    found.push(buffer);
    length += buffer.length;
    if (length >= count) break;
  }
  return Buffer.concat(found).subarray(0, count);
}
