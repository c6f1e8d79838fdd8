import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { joinWords } from "./join-words";
import { tarOf, zipOf } from "./test-archives";
import { readArchive, readContent } from "./test-reading";

const plain = (caption: string) => JSON.stringify({ images: [], annotations: [{ image_id: 1, id: 5, caption }] });
const tokenized = (caption: string | undefined, words: unknown) => JSON.stringify({ images: [], annotations: [{ image_id: 1, id: 5, tokenized_caption: words, caption }] });
const folder = "stair_captions_v1.2";

test("STAIR's archive gives each caption once: the tokenized files repeat the plain ones", async () => {
  const member = (split: string, suffix = "") => `${folder}/stair_captions_v1.2_${split}${suffix}.json`;
  const tar = await tarOf([[member("train", "_tokenized"), tokenized("赤いバス", "赤い バス")], [member("train"), plain("赤いバス")], [member("val"), plain("青い船")], [member("val", "_tokenized"), tokenized("青い船", "青い 船")]]);
  const { files, skipped } = await readArchive("stair_captions_v1.2.tar.gz", gzipSync(tar));
  expect(files.map(({ name, captions, info }) => [name, captions[0]?.text, info.tokenized])).toEqual([["stair_captions_v1.2_train.json", "赤いバス", false], ["stair_captions_v1.2_val.json", "青い船", false]]);
  expect(skipped).toEqual(["train", "val"].map((split) => ({ name: member(split, "_tokenized"), reason: `it holds the captions of ${member(split)} again, split into words.` })));
});

test("a tokenized file is read where its plain one is missing, or lies in another folder", async () => {
  const { files } = await readArchive("x.zip", zipOf([["a/c_tokenized.json", tokenized("赤いバス", "赤い バス")], ["b/c.json", plain("青い船")]]));
  expect(files.map(({ name }) => name)).toEqual(["c_tokenized.json", "c.json"]);
  expect((await readContent("c_tokenized.json", tokenized("赤いバス", "赤い バス"))).info.tokenized).toBe(true);
});

test("the name alone makes no file a repetition", async () => {
  const { files } = await readArchive("x.zip", zipOf([["c_tokenized.json", plain("赤いバス")], ["c.json", plain("青い船")]]));
  expect(files).toHaveLength(2);
});

test("words are joined where they are all that an annotation has", async () => {
  expect((await readContent("c_tokenized.json", tokenized(undefined, "白い T シャツ の 人 が  2 人 。"))).captions[0]?.text).toBe("白いTシャツの人が2人。");
  expect((await readContent("c_tokenized.json", tokenized(undefined, ["赤い", "バス"]))).bad).toMatchObject([{ reason: "caption_not_text" }]);
});

test("blanks between words of other scripts stay, and so do wide ones", () => {
  expect(joinWords("山 \u3000 川")).toBe("山\u3000川");
  expect(joinWords("Stop Sign の 前 に バス 、 two men")).toBe("Stop Signの前にバス、two men");
});
