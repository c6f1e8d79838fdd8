import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { zipOf } from "./test-archives";
import { readArchive, readContent } from "./test-reading";

const sentence = (sentid: number, raw: unknown) => ({ tokens: ["a", "bus"], raw, imgid: 0, sentid });
const cocoImage = { filepath: "val2014", sentids: [770337, 771687], filename: "COCO_val2014_000000391895.jpg", imgid: 0, split: "test", sentences: [sentence(770337, "A red bus in a street."), sentence(771687, "A bus waits.")], cocoid: 391895 };
const flickrImage = { sentids: [0], imgid: 0, sentences: [sentence(0, "Two dogs play.")], split: "train", filename: "1000092795.jpg" };

test("COCO's Karpathy split gives its images under their COCO ids, wherever the data set's name stands", async () => {
  for (const document of [{ images: [cocoImage], dataset: "coco" }, { dataset: "coco", images: [cocoImage] }]) {
    const content = JSON.stringify(document);
    const file = await readContent("dataset_coco.json", content);
    expect(file.images).toEqual([{ externalId: "391895", url: "http://images.cocodataset.org/val2014/COCO_val2014_000000391895.jpg", originalUrl: null, fileName: "COCO_val2014_000000391895.jpg", width: null, height: null, licence: null }]);
    expect(file.captions).toEqual([
      { record: 1, externalId: "770337", imageExternalId: "391895", text: "A red bus in a street.", language: null },
      { record: 2, externalId: "771687", imageExternalId: "391895", text: "A bus waits.", language: null },
    ]);
    expect(file).toMatchObject({ name: "dataset_coco.json", bad: [], progress: 1, info: { collection: "coco", listsImages: false, sha256: createHash("sha256").update(content).digest("hex") } });
  }
});

test("an image's COCO id comes before its file name", async () => {
  const file = await readContent("dataset_coco.json", JSON.stringify({ images: [{ ...cocoImage, filepath: "val2017", filename: "000000391895.jpg" }], dataset: "coco" }));
  expect(file.images).toMatchObject([{ externalId: "391895", url: "http://images.cocodataset.org/val2017/000000391895.jpg" }]);
  expect(file.captions).toMatchObject([{ imageExternalId: "391895" }, { imageExternalId: "391895" }]);
});

test.each([["flickr30k", "1000092795.jpg", "1000092795"], ["flickr8k", "1000268201_693b08cb0e.jpg", "1000268201_693b08cb0e"]])("the images of %s are known by their file names", async (dataset, filename, id) => {
  const file = await readContent("dataset.json", JSON.stringify({ images: [{ ...flickrImage, filename }], dataset }));
  expect(file.images).toMatchObject([{ externalId: id, fileName: filename, url: null }]);
  expect(file.captions).toMatchObject([{ imageExternalId: id, externalId: "0", text: "Two dogs play." }]);
  expect(file.info.collection).toBe(dataset);
});

test("without the data set's name, COCO ids tell that it is COCO", async () => {
  expect((await readContent("x.json", JSON.stringify({ images: [cocoImage] }))).info.collection).toBe("coco");
  expect((await readContent("x.json", JSON.stringify({ images: [flickrImage], dataset: 5 }))).info.collection).toBeNull();
});

test("bad records are counted and the others are read", async () => {
  const images = [{ ...flickrImage, sentences: [sentence(1, undefined), sentence(2, " "), 7, sentence(3, "ok"), { raw: "no id" }] }, { filename: "x.jpg" }, { sentences: [sentence(4, "no image")] }, 5, { ...flickrImage, filename: "../1.jpg" }];
  const file = await readContent("dataset.json", JSON.stringify({ images, dataset: "flickr30k" }));
  expect(file.captions.map(({ record, externalId, text }) => [record, externalId, text])).toEqual([[4, "3", "ok"], [5, null, "no id"]]);
  expect(file.bad.map(({ record, reason }) => [record, reason])).toEqual([[1, "no_caption"], [2, "empty_caption"], [3, "bad_record"], [2, "bad_record"], [6, "no_image_id"], [4, "bad_record"], [7, "no_image_id"]]);
});

test("a split cut off or followed by more is refused, naming the caption", async () => {
  const content = JSON.stringify({ images: [flickrImage, flickrImage], dataset: "flickr30k" });
  await expect(readContent("d.json", content.slice(0, content.indexOf('"dataset"')))).rejects.toThrow(/d\.json ends in the middle, after caption 2, at byte \d+: it is cut off\. Download it again/);
  await expect(readContent("d.json.gz", gzipSync(content).subarray(0, 100))).rejects.toThrow(/cut off/);
  await expect(readContent("d.json", `${content}{}`)).rejects.toThrow(/is not valid JSON, after caption 2/);
});

test("all splits of an archive are read, and what lies beside them is passed over", async () => {
  const resource = Buffer.concat([Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0]), Buffer.from("Mac OS X")]);
  const { files, skipped } = await readArchive("caption_datasets.zip", zipOf([["dataset_coco.json", JSON.stringify({ images: [cocoImage], dataset: "coco" })], ["__MACOSX/._dataset_coco.json", resource], ["dataset_flickr30k.json", JSON.stringify({ images: [flickrImage], dataset: "flickr30k" })]]));
  expect(files.map(({ label, captions, info }) => [label, captions.length, info.collection])).toEqual([["caption_datasets.zip › dataset_coco.json", 2, "coco"], ["caption_datasets.zip › dataset_flickr30k.json", 1, "flickr30k"]]);
  expect(skipped).toEqual([{ name: "__MACOSX/._dataset_coco.json", reason: expect.stringMatching(/binary data/) as string }]);
});
