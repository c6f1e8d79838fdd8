import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openCaptionFiles } from "./open-caption-files";
import { readContent, withFile } from "./test-reading";

const image = { id: 7, coco_url: "http://a.example/7.jpg", license: 2 };
const licenses = [{ id: 2, name: "Attribution License" }];
const annotations = [
  { image_id: 7, id: 1, caption: "A red bus." },
  { image_id: 7, id: 2, caption: "A bus in a street." },
];
const info = { description: "Buses", url: "https://example.org", version: "1.0" };

const orders = [
  { info, licenses, images: [image], annotations },
  { annotations, images: [image], info, licenses },
  { images: [image], annotations, type: "captions", licenses, info },
  { images: [image], licenses, annotations, info },
  { licenses, annotations, info, categories: [{ id: 1, deep: { er: [[[1]]] } }], images: [image] },
];

test.each(orders.map((document) => [Object.keys(document).join(", "), document] as const))("keys in the order %s", async (_keys, document) => {
  const content = JSON.stringify(document);
  const file = await readContent("captions.json", content);
  expect(file.images).toEqual([{ externalId: "7", url: "http://a.example/7.jpg", originalUrl: null, fileName: null, width: null, height: null, licence: "Attribution License" }]);
  expect(file.captions.map(({ record, externalId, text }) => [record, externalId, text])).toEqual([[1, "1", "A red bus."], [2, "2", "A bus in a street."]]);
  expect(file.info).toEqual({ description: "Buses", licence: null, url: "https://example.org", listsImages: true, collection: null, tokenized: false, sha256: createHash("sha256").update(content).digest("hex") });
  expect(file).toMatchObject({ name: "captions.json", label: "captions.json", progress: 1, bad: [] });
});

test("an indented document with a byte order mark is read", async () => {
  const file = await readContent("x.txt", `\ufeff${JSON.stringify({ images: [image], annotations }, null, 2)}\n`);
  expect(file.captions).toHaveLength(2);
});

test("STAIR's tokenized variant with its extra keys is a caption file", async () => {
  const file = await readContent("stair_captions_v1.2_val_tokenized.json", JSON.stringify({ images: [], annotations: [{ image_id: 1, id: 2, tokenized_caption: "赤い バス", caption: "赤いバス" }] }));
  expect(file.captions[0]).toMatchObject({ text: "赤いバス", imageExternalId: "1" });
  expect(file.info.listsImages).toBe(false);
});

test("ids past 2^53 written as numbers keep every digit", async () => {
  const file = await readContent("big.json", '{"images":[{"id":9007199254740993}],"annotations":[{"image_id":9007199254740993,"id":4294967297,"caption":"a"},{"image_id":12345678901234567890123,"id":"x","caption":"b"}]}');
  expect(file.images[0]?.externalId).toBe("9007199254740993");
  expect(file.captions.map((caption) => [caption.imageExternalId, caption.externalId])).toEqual([["9007199254740993", "4294967297"], ["12345678901234567890123", "x"]]);
});

test("bad records are counted with their position and the others are read", async () => {
  const content = `{"images":[{"id":1},{"file_name":"x"},5],"annotations":[{"id":1,"image_id":1},{"id":2,"image_id":1,"caption":null},{"id":3,"image_id":1,"caption":"ok"},7,null,[],
    {"id":4,"caption":"no image"},{"id":5,"image_id":1,"caption":"\\ud800"},{"id":6,"image_id":1,"caption":"a\\u0000b"},{"id":7,"image_id":1,"caption":"${"x".repeat(100_000)}"},
    {"id":8,"image_id":1,"caption":"\\ud83d\\ude8c ok","language":"en"},{"id":9,"image_id":1e400,"caption":"a"}]}`;
  const file = await readContent("captions.json", content);
  expect(file.captions.map(({ record, text, language }) => [record, text, language])).toEqual([[3, "ok", null], [11, "🚌 ok", "en"]]);
  expect(file.bad.map(({ record, reason }) => [record, reason])).toEqual([
    [2, "bad_record"], [3, "bad_record"],
    [1, "no_caption"], [2, "no_caption"], [4, "bad_record"], [5, "bad_record"], [6, "bad_record"],
    [7, "no_image_id"], [8, "lone_surrogate"], [9, "nul_character"], [10, "caption_too_long"], [12, "bad_record"],
  ]);
});

test("a document with one entry a line is no JSON Lines", async () => {
  const content = `{"annotations":[\n${annotations.map((annotation) => JSON.stringify(annotation)).join(",\n")}\n],"images":[\n{"id":7}\n]}\n`;
  expect((await readContent("captions.json", content)).captions).toHaveLength(2);
});

test("a file without captions in its list of annotations is read as having none", async () => {
  expect(await readContent("captions.json", '{"images":[],"annotations":[]}')).toMatchObject({ captions: [], images: [], bad: [] });
});

test("records come in chunks of at most 1 000", async () => {
  const many = Array.from({ length: 2500 }, (_, index) => ({ image_id: 1, id: index, caption: "x" }));
  const sizes: number[] = [];
  await withFile("captions.json", JSON.stringify({ annotations: many }), async (filePath) => {
    for await (const file of openCaptionFiles(filePath)) for await (const chunk of file.chunks) sizes.push(chunk.captions.length);
  });
  expect(sizes).toEqual([1000, 1000, 500]);
});
