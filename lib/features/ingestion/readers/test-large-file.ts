import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip } from "node:zlib";
import { withFile } from "./test-reading";

/** Captions of a large file. */
export const CAPTIONS = 600_000;

/** The same text in fewer, larger pieces. */
function* joined(pieces: Iterable<string>) {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < 1e6) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** The captions counted by a process whose heap is 64 MB, less than the file. */
async function countInSmallHeap(filePath: string): Promise<number> {
  const script = path.resolve("tests/fixtures/count-captions.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--max-old-space-size=64", "--import", "tsx", script, filePath]);
  return Number(stdout);
}

/** Writes a file and counts its captions in a small heap. */
export async function countLargeFile(text: Iterable<string>, { packed = false } = {}): Promise<number> {
  let count = 0;
  await withFile(packed ? "large.csv.gz" : "large.json", "", async (filePath) => {
    await pipeline([Readable.from(joined(text)), ...(packed ? [createGzip({ level: 1 })] : []), createWriteStream(filePath)]);
    count = await countInSmallHeap(filePath);
  });
  return count;
}
