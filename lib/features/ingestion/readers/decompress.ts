import { Readable, pipeline } from "node:stream";
import { createGunzip, createInflateRaw } from "node:zlib";
import { AppError } from "@/lib/core/errors";
import type { ReadLimits } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { RATIO_CHECKED_FROM_BYTES } from "./read-limits";

const BLOCK_BYTES = 128 * 1024;

/** The refusal of a file past `maxBytes`. */
export function tooLong(label: string, maxBytes: number): AppError {
  return new AppError("bad_input", `${label} holds more than ${maxBytes} bytes and is refused. If it is what you want, unpack and split it yourself.`);
}

/** Decides over the real sizes, whatever the archive's headers promise. */
function checkSizes(label: string, compressed: number, decompressed: number, limits: ReadLimits): void {
  const ratio = decompressed / compressed;
  if (decompressed > limits.maxBytes) throw tooLong(label, limits.maxBytes);
  if (decompressed >= RATIO_CHECKED_FROM_BYTES && ratio > limits.maxRatio) {
    throw new AppError("bad_input", `${label} unpacks to more than ${limits.maxRatio} times its size, as a decompression bomb does, and is refused. If it is what you want, unpack it yourself.`);
  }
}

function zlibFailure(error: unknown, label: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (typeof code !== "string" || !code.startsWith("Z_")) return error;
  const what = code === "Z_BUF_ERROR" ? "ends in the middle: it is cut off" : `is damaged (${error instanceof Error ? error.message : code})`;
  return new AppError("bad_input", `${label} ${what}. Download it again.`, { cause: error });
}

/** The unpacked bytes. @throws AppError `bad_input` for damaged data and past the limits */
export async function* decompress(bytes: ByteStream, method: "gzip" | "deflate", label: string, limits: ReadLimits): AsyncGenerator<Buffer> {
  let decompressed = 0;
  const zlib = method === "gzip" ? createGunzip({ chunkSize: BLOCK_BYTES }) : createInflateRaw({ chunkSize: BLOCK_BYTES });
  try {
    // pipeline hands a failure of the bytes on to zlib, where the loop meets it.
    for await (const buffer of pipeline(Readable.from(bytes, { objectMode: false }), zlib, () => undefined) as AsyncIterable<Buffer>) {
      decompressed += buffer.length;
      // What zlib has used up, not what it was handed: a small bomb is handed to it whole at once.
      checkSizes(label, zlib.bytesWritten, decompressed, limits);
      yield buffer;
    }
  } catch (error) {
    throw zlibFailure(error, label);
  }
}
