import type { ByteStream } from "./byte-stream";
import { readNamedImage, type NamedImage } from "./named-image";
import { MAX_RECORD_BYTES } from "./read-limits";

/** The images of a split, in the order of its captions. */
export interface ImageList {
  /** Its path in the archive, for messages. */
  path: string;
  images: NamedImage[];
}

/** A picture's file name, perhaps with the id of the caption that was chosen for it. */
const LINE = /^([^\s/\\]+\.(?:jpe?g|png))(?:#\d+)?$/i;

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, "").trimEnd().split(/\r?\n/);
}

/** Whether a file that begins with `text` may be a list of image names. */
export function namesImages(text: string): boolean {
  const lines = linesOf(text);
  // The last line may be cut off by the end of `text`.
  return LINE.test(lines[0] ?? "") && lines.slice(0, -1).every((line) => LINE.test(line));
}

/** Reads a list of image names whole; null where one of its lines is something else, or it is longer than any list. */
export async function readImageList(bytes: ByteStream, path: string): Promise<ImageList | null> {
  const buffers: Buffer[] = [];
  let length = 0;
  for await (const buffer of bytes) {
    buffers.push(buffer);
    length += buffer.length;
    if (length > MAX_RECORD_BYTES) return null;
  }
  const names = linesOf(Buffer.concat(buffers).toString("utf8")).map((line) => LINE.exec(line)?.[1]);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? { path, images: known.map(readNamedImage) } : null;
}
