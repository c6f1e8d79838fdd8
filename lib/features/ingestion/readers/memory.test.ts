import { expect, test } from "vitest";
import { CAPTIONS, countLargeFile } from "./test-large-file";

function* cocoText() {
  yield '{"info":{},"images":[';
  for (let id = 0; id < CAPTIONS / 5; id += 1) yield `${id ? "," : ""}{"id":${id},"file_name":"COCO_train2014_${String(id).padStart(12, "0")}.jpg","coco_url":"http://images.example.org/${id}.jpg","width":640,"height":480}`;
  yield '],"annotations":[';
  for (let id = 0; id < CAPTIONS; id += 1) yield `${id ? "," : ""}{"image_id":${id % (CAPTIONS / 5)},"id":${id},"caption":"A caption of usual length, which is number ${id} in the file."}`;
  yield "]}";
}

test("60 MB and more of COCO JSON are read within a heap of 64 MB", async () => {
  expect(await countLargeFile(cocoText())).toBe(CAPTIONS);
});
