import { expect, test } from "vitest";
import { CAPTIONS, countLargeFile } from "./test-large-file";

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

test.each([["a Karpathy split", karpathyText], ["a token file", tokenText]])("60 MB and more of %s are read within a heap of 64 MB", async (_kind, text) => {
  expect(await countLargeFile(text())).toBe(CAPTIONS);
});

test("60 MB of packed CSV are read within a heap of 64 MB", async () => {
  expect(await countLargeFile(csvText(), { packed: true })).toBe(CAPTIONS);
});
