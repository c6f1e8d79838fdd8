import { isUtf8 } from "node:buffer";
import { AppError } from "@/lib/core/errors";
import type { ByteStream } from "./byte-stream";

/** Bytes at the end of `buffer` that begin a character whose rest is to come, 0 … 3. */
function unfinishedBytes(buffer: Buffer): number {
  for (let back = 1; back <= Math.min(3, buffer.length); back += 1) {
    const byte = buffer[buffer.length - back] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

const soundSoFar = (buffer: Buffer) => isUtf8(buffer.subarray(0, buffer.length - unfinishedBytes(buffer)));

/** The offset of the first sequence that is not UTF-8, found by halving. */
function firstInvalidByte(buffer: Buffer): number {
  let sound = 0;
  let unsound = buffer.length;
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    if (soundSoFar(buffer.subarray(0, middle))) sound = middle;
    else unsound = middle;
  }
  return sound - unfinishedBytes(buffer.subarray(0, sound));
}

/**
 * The same bytes, cut between characters.
 * @throws AppError `bad_input` naming the first byte that is not UTF-8
 */
export async function* checkUtf8(bytes: ByteStream, label: string): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const next of bytes) {
    const buffer = carried.length > 0 ? Buffer.concat([carried, next]) : next;
    const end = buffer.length - unfinishedBytes(buffer);
    const whole = buffer.subarray(0, end);
    if (!isUtf8(whole)) {
      throw new AppError("bad_input", `${label} is not UTF-8 text: byte ${offset + firstInvalidByte(whole)} is invalid. Save it as UTF-8; Japanese text is often Shift_JIS, which iconv -f SHIFT_JIS -t UTF-8 turns into it.`);
    }
    carried = buffer.subarray(end);
    offset += end;
    if (end > 0) yield whole;
  }
  if (carried.length > 0) throw new AppError("bad_input", `${label} ends in the middle of a character, at byte ${offset}: it is cut off. Download it again.`);
}
