import { AppError } from "@/lib/core/errors";
import type { ByteStream } from "./byte-stream";
import { MAX_RECORD_BYTES } from "./read-limits";

/** The lines of UTF-8 text, several at a time, without their ends. */
export async function* textLines(bytes: ByteStream, label: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const buffer of bytes) {
    const lines = (rest + decoder.decode(buffer, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_RECORD_BYTES) throw new AppError("bad_input", `${label} has a line longer than ${MAX_RECORD_BYTES / 1e6} MB. A file of this kind holds one caption a line.`);
    yield lines;
  }
  if (rest !== "") yield [rest];
}
