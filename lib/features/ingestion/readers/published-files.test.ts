import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { tarOf } from "./test-archives";
import { readAll, readArchive, readContent, type ReadFile } from "./test-reading";

const folder = path.resolve("../shared/data/captions");
const published = test.skipIf(!existsSync(folder));

published("COCO 2017's own layout is read with its licences (skipped without ../shared/data)", async () => {
  const [file] = await readAll(path.join(folder, "coco2017-mini-en.json"));
  expect([file?.images.length, file?.captions.length, file?.bad.length]).toEqual([80, 400, 0]);
  expect(file?.images[0]).toEqual({
    externalId: "493652",
    url: "http://images.cocodataset.org/train2017/000000493652.jpg",
    originalUrl: "http://farm4.staticflickr.com/3448/3176652494_ba19663418_z.jpg",
    fileName: "000000493652.jpg",
    width: 640,
    height: 399,
    licence: "Attribution-NonCommercial-NoDerivs License",
  });
  expect(file?.info).toMatchObject({ description: "COCO 2017 Dataset", url: "http://cocodataset.org", listsImages: true });
});

published("Flickr30k's ids past 2^32 are kept whole (skipped without ../shared/data)", async () => {
  const [file] = await readAll(path.join(folder, "multi30k-train-en.json"));
  expect([file?.images.length, file?.captions.length, file?.bad.length]).toEqual([29_000, 145_000, 0]);
  const past = file?.images.filter(({ externalId }) => Number(externalId) > 2 ** 32) ?? [];
  expect(past.length).toBeGreaterThan(0);
  const known = new Set(file?.images.map(({ externalId }) => externalId));
  expect(file?.captions.every(({ imageExternalId }) => known.has(imageExternalId))).toBe(true);
});

published("Japanese captions are read as they are (skipped without ../shared/data)", async () => {
  const [file] = await readAll(path.join(folder, "yj-ja.json"));
  expect([file?.images.length, file?.captions.length, file?.bad.length]).toEqual([11_065, 20_423, 0]);
  expect(file?.captions.at(-1)?.text).toBe("格子模様の床の上に犬が一匹います。");
});

/** The captions of a file as another kind of file would give them. */
interface Document {
  images: { id: number; file_name: string }[];
  annotations: { id: number; image_id: number; caption: string }[];
}
const readDocument = async (name: string) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as Document;
const pairs = (file?: ReadFile) => file?.captions.map(({ imageExternalId, text }) => `${imageExternalId} ${text}`).sort();

published("Flickr30k's captions are the same from a token file (skipped without ../shared/data)", async () => {
  const { annotations } = await readDocument("multi30k-val-en.json");
  const token = annotations.map(({ image_id, id, caption }) => `${image_id}.jpg#${id}\t${caption}\n`).join("");
  const file = await readContent("results.token.gz", gzipSync(token));
  expect([file.captions.length, file.bad.length, file.info.collection]).toEqual([annotations.length, 0, "flickr30k"]);
  expect(pairs(file)).toEqual(pairs((await readAll(path.join(folder, "multi30k-val-en.json")))[0]));
});

published("COCO's captions are the same from a Karpathy split (skipped without ../shared/data)", async () => {
  const { images, annotations } = await readDocument("coco2017-mini-en.json");
  const split = images.map(({ id, file_name }) => ({ filepath: "train2017", filename: file_name, cocoid: id, sentences: annotations.filter(({ image_id }) => image_id === id).map(({ id: sentid, caption }) => ({ raw: caption, sentid })) }));
  const file = await readContent("dataset_coco.json", JSON.stringify({ images: split, dataset: "coco" }));
  const [official] = await readAll(path.join(folder, "coco2017-mini-en.json"));
  expect(file.images.map(({ externalId, url }) => [externalId, url])).toEqual(official?.images.map(({ externalId, url }) => [externalId, url]));
  expect(pairs(file)).toEqual(pairs(official));
});

published("Japanese captions are the same from their words alone (skipped without ../shared/data)", async () => {
  const { annotations } = await readDocument("yj-ja.json");
  const words = new Intl.Segmenter("ja", { granularity: "word" });
  const split = annotations.filter(({ caption }) => !/[\x20-\x7e]/.test(caption)).map(({ caption, ...ids }) => ({ ...ids, caption, tokenized_caption: [...words.segment(caption)].map(({ segment }) => segment).join(" ") }));
  const alone = await readContent("yj_tokenized.json", JSON.stringify({ annotations: split.map(({ caption, ...rest }) => ({ ...rest, left: caption.length })) }));
  expect(alone.captions.map(({ text }) => text)).toEqual(split.map(({ caption }) => caption));
  const tar = await tarOf([["yj/yj_tokenized.json", JSON.stringify({ annotations: split })], ["yj/yj.json", JSON.stringify({ annotations })]]);
  const { files, skipped } = await readArchive("yj.tar.gz", gzipSync(tar));
  expect([files.length, files[0]?.captions.length, skipped.length]).toEqual([1, 20_423, 1]);
});
