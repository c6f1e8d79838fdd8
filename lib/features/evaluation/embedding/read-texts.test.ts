import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTexts } from "./read-texts";

let folder: string;
let english: string;
let japanese: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-texts-"));
  [english, japanese] = [path.join(folder, "en.csv"), path.join(folder, "ja.csv")];
  await writeFile(english, "image_id,caption\n1,a dog\n1,a cat\n2,a bus\n");
  await writeFile(japanese, "image_id,caption\n1,犬\n");
});
afterAll(() => rm(folder, { recursive: true }));

it("takes a caption of each file in turn, and the rest of the longer one", async () => {
  expect(await readTexts([english, japanese], 4)).toEqual(["a dog", "犬", "a cat", "a bus"]);
  expect(await readTexts([english, japanese], 2)).toEqual(["a dog", "犬"]);
});

it("begins again where the files hold too few", async () => {
  expect(await readTexts([japanese, english], 6)).toEqual(["犬", "a dog", "a cat", "a bus", "犬", "a dog"]);
});

it("names a file that holds none", async () => {
  const empty = path.join(folder, "empty.csv");
  await writeFile(empty, "image_id,caption\n");
  await expect(readTexts([empty], 4)).rejects.toThrow(/empty\.csv/);
});
