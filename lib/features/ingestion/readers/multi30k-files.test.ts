import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { tarOf, zipOf } from "./test-archives";
import { readArchive, readContent, type ReadFile } from "./test-reading";

const images = "1000092795.jpg\n10002456.jpg\n";
const lines = (what: string) => `${what} one.\n${what} two.\n`;
const gz = (what: string) => gzipSync(lines(what));
const task1: [string, string | Buffer][] = [
  ["dataset-master/README.md", "Multi30k Data Repository\n--\n"],
  ["dataset-master/data/task1/image_splits/test_2017_mscoco.txt", "COCO_train2014_000000117071.jpg#367178\nCOCO_val2014_000000398076.jpg#657409\n"],
  ["dataset-master/data/task1/image_splits/train.txt", images],
  ["dataset-master/data/task1/raw/test_2017_mscoco.fr.gz", gz("Un bus")],
  ["dataset-master/data/task1/raw/train.de.gz", gz("Ein Bus")],
  ["dataset-master/data/task1/raw/train.en.gz", gz("A bus")],
];
const tok: [string, string][] = [["dataset-master/data/task1/tok/train.lc.norm.tok.de", lines("ein bus")], ["dataset-master/data/task1/tok/train.lc.norm.tok.en", lines("a bus")]];
const texts = (file?: ReadFile) => file?.captions.map(({ imageExternalId, text, language }) => [imageExternalId, text, language]);

test.each([["a zip", "dataset.zip"], ["a tar.gz", "dataset.tar.gz"]])("%s of the repository: line n belongs to image n of the split", async (_kind, name) => {
  const members = [...task1, ...tok];
  const { files, skipped } = await readArchive(name, name.endsWith("zip") ? zipOf(members) : gzipSync(await tarOf(members)));
  expect(files.map((file) => [file.name, file.info.collection])).toEqual([["test_2017_mscoco.fr", "coco"], ["train.de", "flickr30k"], ["train.en", "flickr30k"]]);
  expect(files[1]?.label).toBe(`${name} › dataset-master/data/task1/raw/train.de.gz`);
  expect(files.map(texts)).toEqual([
    [["117071", "Un bus one.", "fr"], ["398076", "Un bus two.", "fr"]],
    [["1000092795", "Ein Bus one.", "de"], ["10002456", "Ein Bus two.", "de"]],
    [["1000092795", "A bus one.", "en"], ["10002456", "A bus two.", "en"]],
  ]);
  expect(files[0]?.images[0]).toMatchObject({ externalId: "117071", fileName: "COCO_train2014_000000117071.jpg", url: "http://images.cocodataset.org/train2014/COCO_train2014_000000117071.jpg" });
  expect(files[1]?.images).toMatchObject([{ externalId: "1000092795", fileName: "1000092795.jpg", url: null }, { externalId: "10002456" }]);
  expect(files.every(({ progress, bad }) => progress > 0 && bad.length === 0)).toBe(true);
  expect(skipped.map((member) => member.name.replace("dataset-master/data/task1/", ""))).toEqual(["dataset-master/README.md", "image_splits/test_2017_mscoco.txt", "image_splits/train.txt", "tok/train.lc.norm.tok.de", "tok/train.lc.norm.tok.en"]);
  expect(skipped.at(-1)?.reason).toBe("it holds captions of dataset-master/data/task1/raw again, altered (lower case, split into words).");
});

test("five English captions an image make the one that was translated superfluous, and nothing else", async () => {
  const task2 = [1, 2, 3, 4, 5].flatMap((n): [string, Buffer][] => [[`data/task2/raw/train.${n}.de.gz`, gz(`Bus ${n}`)], [`data/task2/raw/train.${n}.en.gz`, gz(`Bus ${n}`)]]);
  const rest: [string, string | Buffer][] = [["data/task2/image_splits/train_images.txt", images], ["data/task1/raw/train.en.gz", gz("Bus 3")], ["data/task1/raw/train.de.gz", gz("Ein Bus")], ["data/task2/tok/train.lc.norm.tok.1.en", lines("bus 1")]];
  const { files, skipped } = await readArchive("data.zip", zipOf([...rest, ...task2]));
  expect(files.map(({ name }) => name)).toEqual(["train.de", ...[1, 2, 3, 4, 5].flatMap((n) => [`train.${n}.de`, `train.${n}.en`])]);
  expect(skipped.map(({ name, reason }) => [name, reason.slice(0, 50)])).toEqual([
    ["data/task2/image_splits/train_images.txt", "it is a list of image names, no captions. The capt"],
    ["data/task1/raw/train.en.gz", "it holds one of the five English captions of each "],
    ["data/task2/tok/train.lc.norm.tok.1.en", "it holds captions of data/task2/raw again, altered"],
  ]);
});

test("the lists of a split are found under the names of either task, the nearest first", async () => {
  const members: [string, string][] = [
    ["task1/image_splits/test_2016_flickr.txt", "1.jpg\n"],
    ["task2/image_splits/test_2016_images.txt", "2.jpg\n"],
    ["task1/raw/test_2016_flickr.cs", "Autobus.\n"],
    ["task2/raw/test_2016.1.de", "Ein Bus.\n"],
  ];
  expect((await readArchive("data.zip", zipOf(members))).files.map(texts)).toEqual([[["1", "Autobus.", "cs"]], [["2", "Ein Bus.", "de"]]]);
  expect((await readArchive("data.zip", zipOf(members.filter(([path]) => !path.startsWith("task2/image"))))).files.map(texts)).toEqual([[["1", "Autobus.", "cs"]], [["1", "Ein Bus.", "de"]]]);
});

test("altered captions are read where there are no others", async () => {
  const { files } = await readArchive("data.zip", zipOf(task1.slice(0, 3).concat(tok)));
  expect(files.map(({ name, captions }) => [name, captions.length])).toEqual([["train.lc.norm.tok.de", 2], ["train.lc.norm.tok.en", 2]]);
});

test("a blank line is a bad record and keeps the others at their images", async () => {
  const { files } = await readArchive("data.zip", zipOf([["image_splits/val.txt", "1.jpg\r\n2.jpg\r\n3.jpg"], ["raw/val.de", "Ein Bus.\r\n\r\nEin Zug.\r\n\r\n"]]));
  expect(texts(files[0])).toEqual([["1", "Ein Bus.", "de"], ["3", "Ein Zug.", "de"]]);
  expect(files[0]?.bad).toEqual([{ record: 2, reason: "empty_caption", detail: "blank caption" }]);
});

test.each([["fewer", "Ein Bus.\n", 1], ["more", "Ein Bus.\nEin Zug.\nEin Boot.", 3]])("captions with %s lines than images are refused", async (_what, captions, count) => {
  const archive = zipOf([["image_splits/val.txt", "1.jpg\n2.jpg\n"], ["raw/val.de", captions]]);
  await expect(readArchive("data.zip", archive)).rejects.toThrow(new RegExp(`data\\.zip › raw/val\\.de has ${count} lines, but its list of images, image_splits/val\\.txt, has 2, .*Download the archive again`));
});

test("a packed member that is cut off is refused", async () => {
  await expect(readArchive("data.zip", zipOf([["image_splits/train.txt", images], ["raw/train.de.gz", gz("Ein Bus").subarray(0, 30)]]))).rejects.toThrow(/data\.zip › raw\/train\.de\.gz ends in the middle: it is cut off/);
});

test("captions without the list of their images are refused alone and passed over beside others", async () => {
  const alone = /train\.en\S* is no caption file: it holds captions line by line, .*\(image_splits\/train\.txt\) is missing\. Give an archive/;
  await expect(readContent("train.en", lines("A bus"))).rejects.toThrow(alone);
  await expect(readContent("train.en.gz", gz("A bus"))).rejects.toThrow(alone);
  await expect(readArchive("raw.zip", zipOf([["raw/train.en.gz", gz("A bus")]]))).rejects.toThrow(/raw\.zip holds no caption file, but raw\/train\.en\.gz \(it holds captions line by line, as Multi30k does, and the list of their images \(image_splits\/train\.txt\) is missing\)\. Give an archive/);
  const { files, skipped } = await readArchive("data.zip", zipOf([["val.txt", images], ["val.en", lines("A bus")], ["train.en.gz", gz("A bus")], ["train.1.en", lines("A bus")]]));
  expect(files.map(({ name }) => name)).toEqual(["val.en"]);
  expect(skipped.map(({ name }) => name)).toEqual(["val.txt", "train.en.gz", "train.1.en"]);
});

test("a file that is no list of images in one of its lines is not used as one", async () => {
  await expect(readArchive("data.zip", zipOf([["train.txt", `${images.repeat(5000)}and so on\n`], ["train.en", lines("A bus")]]))).rejects.toThrow(/holds no caption file, .*image_splits\/train\.txt\) is missing/);
});
