import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readAll } from "./test-reading";

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
