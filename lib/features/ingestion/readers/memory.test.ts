import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip } from "node:zlib";
import { expect, test } from "vitest";
import { withFile } from "./test-reading";

const CAPTIONS = 600_000;

function* cocoText() {
  yield '{"info":{},"images":[';
  for (let id = 0; id < CAPTIONS / 5; id += 1) yield `${id ? "," : ""}{"id":${id},"file_name":"COCO_train2014_${String(id).padStart(12, "0")}.jpg","coco_url":"http://images.example.org/${id}.jpg","width":640,"height":480}`;
  yield '],"annotations":[';
  for (let id = 0; id < CAPTIONS; id += 1) yield `${id ? "," : ""}{"image_id":${id % (CAPTIONS / 5)},"id":${id},"caption":"A caption of usual length, which is number ${id} in the file."}`;
  yield "]}";
}

function* karpathyText() {
  yield '{"images":[';
  for (let id = 0; id < CAPTIONS / 5; id += 1) {
    const sentences = [0, 1, 2, 3, 4].map((n) => `{"tokens":["a","caption","of","usual","length"],"raw":"A caption of usual length, which is number ${n}.","imgid":${id},"sentid":${id * 5 + n}}`);
    yield `${id ? "," : ""}{"filepath":"val2014","filename":"COCO_val2014_${String(id).padStart(12, "0")}.jpg","imgid":${id},"split":"train","sentences":[${sentences.join(",")}],"cocoid":${id}}`;
  }
  yield '],"dataset":"coco"}';
}

function* tokenText() {
  for (let id = 0; id < CAPTIONS; id += 1) yield `${id}.jpg#0\tA caption of usual length, which is number ${id} in the file, long enough to fill sixty megabytes.\n`;
}

function* csvText() {
  yield "image_id,caption\n";
  for (let id = 0; id < CAPTIONS; id += 1) yield `${id},"A caption of usual length, which is number ${id} in the file, long enough to fill sixty megabytes."\n`;
}

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

test.each([["COCO JSON", cocoText], ["a Karpathy split", karpathyText], ["a token file", tokenText]])("60 MB and more of %s are read within a heap of 64 MB", async (_kind, text) => {
  await withFile("large.json", "", async (filePath) => {
    await pipeline(Readable.from(joined(text())), createWriteStream(filePath));
    expect(await countInSmallHeap(filePath)).toBe(CAPTIONS);
  });
});

test("60 MB of packed CSV are read within a heap of 64 MB", async () => {
  await withFile("large.csv.gz", "", async (filePath) => {
    await pipeline(Readable.from(joined(csvText())), createGzip({ level: 1 }), createWriteStream(filePath));
    expect(await countInSmallHeap(filePath)).toBe(CAPTIONS);
  });
});
