import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { tarOf, zipOf } from "./test-archives";
import { readArchive, readContent } from "./test-reading";

const token = "1000092795.jpg#0\tTwo dogs play on a lawn .\n1000092795.jpg#1\tDogs , one black , one white .\n10002456.jpg#0\tSome men stand on a \"machine\" .\n";

test("Flickr30k's token file gives captions by image and number", async () => {
  const file = await readContent("results_20130124.token", token);
  expect(file.captions).toEqual([
    { record: 1, externalId: "1000092795.jpg#0", imageExternalId: "1000092795", text: "Two dogs play on a lawn .", language: null },
    { record: 2, externalId: "1000092795.jpg#1", imageExternalId: "1000092795", text: "Dogs , one black , one white .", language: null },
    { record: 3, externalId: "10002456.jpg#0", imageExternalId: "10002456", text: 'Some men stand on a "machine" .', language: null },
  ]);
  expect(file.images.map(({ externalId, fileName, url }) => [externalId, fileName, url])).toEqual([["1000092795", "1000092795.jpg", null], ["10002456", "10002456.jpg", null]]);
  expect(file).toMatchObject({ name: "results_20130124.token", bad: [], progress: 1, info: { collection: "flickr30k", listsImages: false } });
});

test("Flickr8k is told by its file names, the one with a suffix of its own too", async () => {
  const file = await readContent("Flickr8k.token.txt", "1000268201_693b08cb0e.jpg#0\tA child .\r\n2258277193_586949ec62.jpg.1#0\tPeople wait .\r\n");
  expect(file.captions.map(({ imageExternalId, externalId, text }) => [imageExternalId, externalId, text])).toEqual([["1000268201_693b08cb0e", "1000268201_693b08cb0e.jpg#0", "A child ."], ["2258277193_586949ec62", "2258277193_586949ec62.jpg.1#0", "People wait ."]]);
  expect(file.info.collection).toBe("flickr8k");
});

test("results.csv with its upright strokes is read, whatever the captions hold", async () => {
  const file = await readContent("results.csv", 'image_name| comment_number| comment\n1000092795.jpg| 0| Two "dogs", one | black .\n1000092795.jpg| 1|"Dogs" .\n2199200615.jpg| 4   A dog runs .\n');
  expect(file.captions.map(({ record, externalId, text }) => [record, externalId, text])).toEqual([[1, "1000092795.jpg#0", 'Two "dogs", one | black .'], [2, "1000092795.jpg#1", '"Dogs" .']]);
  expect(file.bad).toEqual([{ record: 3, reason: "bad_record", detail: "not laid out as image| number| caption: 2199200615.jpg| 4   A dog runs ." }]);
  expect(file.info.collection).toBe("flickr30k");
});

test("lines that cannot be used are counted, the first too", async () => {
  const file = await readContent("a.token", `oops\n\n1.jpg#0\tok\n1.jpg#1\t \n1.jpg#2 no tab\n#3\tno image\n.jpg#4\tno name\n1.jpg#5\t${"x".repeat(2001)}\n`);
  expect(file.captions.map(({ record, text }) => [record, text])).toEqual([[2, "ok"]]);
  expect(file.bad.map(({ record, reason }) => [record, reason])).toEqual([[1, "bad_record"], [3, "empty_caption"], [4, "bad_record"], [5, "bad_record"], [6, "no_image_id"], [7, "caption_too_long"]]);
});

test("a token file that is cut off or not UTF-8 is refused", async () => {
  await expect(readContent("a.token.gz", gzipSync(token).subarray(0, 60))).rejects.toThrow(/a\.token\.gz ends in the middle: it is cut off\. Download it again/);
  await expect(readContent("a.token", Buffer.concat([Buffer.from(token), Buffer.from("1.jpg#0\t"), Buffer.from([0x93, 0xfa, 0x0a])]))).rejects.toThrow(/not UTF-8 text: byte \d+ is invalid/);
});

test("token files are read packed and in archives; the lemmatized twin is passed over", async () => {
  expect(await readContent("results.token.gz", gzipSync(token))).toMatchObject({ name: "results.token", captions: { length: 3 } });
  const tar = await tarOf([["flickr30k/readme.txt", "About."], ["flickr30k/results_20130124.token", token]]);
  expect((await readArchive("flickr30k.tar.gz", gzipSync(tar))).files).toMatchObject([{ name: "results_20130124.token", captions: { length: 3 } }]);
  const lines = "1000268201_693b08cb0e.jpg#0\tA child .\n";
  const { files, skipped } = await readArchive("Flickr8k_text.zip", zipOf([["Flickr8k.lemma.token.txt", lines], ["Flickr8k.token.txt", lines], ["ExpertAnnotations.txt", "a_1.jpg\tb_2.jpg#2\t1\t1\t1\n"], ["Flickr_8k.trainImages.txt", "1000268201_693b08cb0e.jpg\n1001_2.jpg\n"]]));
  expect(files.map(({ name }) => name)).toEqual(["Flickr8k.token.txt"]);
  expect(skipped.map(({ name, reason }) => [name, reason.slice(0, 60)])).toEqual([
    ["Flickr8k.lemma.token.txt", "it holds the captions of Flickr8k.token.txt again, with thei"],
    ["ExpertAnnotations.txt", "the columns image_id and caption are needed; image_id and ca"],
    ["Flickr_8k.trainImages.txt", "it is a list of image names, no captions. The captions are i"],
  ]);
});

test("a list of image names alone is refused", async () => {
  await expect(readContent("train.txt", "1.jpg\n2.jpg\n")).rejects.toThrow(/train\.txt is no caption file: it is a list of image names, no captions/);
});
