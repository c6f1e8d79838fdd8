import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readParallelFile } from "./read-parallel-file";
import { readSimilarityFile } from "./read-similarity-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-sentences-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, ...lines: string[][]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, lines.map((line) => line.join("\t")).join("\n") + "\n");
  return file;
}

const header = ["score_ja", "score_en", "label_ja", "label_en", "a_ja", "b_ja", "a_en", "b_en"];

describe("sentence pairs with a score", () => {
  it("are read from three columns", async () => {
    const file = await fileOf("jsts.tsv", ["3.8", "犬が走る", "犬が走っている"], ["0", "海", "駅"]);
    expect(await readSimilarityFile(file)).toEqual({ parallel: null, sets: [{ name: "jsts.tsv", pairs: [{ score: 3.8, first: "犬が走る", second: "犬が走っている" }, { score: 0, first: "海", second: "駅" }] }] });
  });

  it("are read in both languages where the columns have names, with each translation once", async () => {
    const file = await fileOf("jsick.tsv", header, ["3", "4", "n", "n", "犬", "猫", "a dog", "a cat"], ["2", "1", "n", "n", "犬", "鳥", "a dog", "a bird"]);
    const { sets, parallel } = await readSimilarityFile(file);
    expect(sets.map(({ name, pairs }) => [name, pairs[1]])).toEqual([["jsick.tsv ja", { score: 2, first: "犬", second: "鳥" }], ["jsick.tsv en", { score: 1, first: "a dog", second: "a bird" }]]);
    expect(parallel?.map(({ english }) => english)).toEqual(["a dog", "a cat", "a bird"]);
  });

  it.each([
    [["1", "犬"], "line 2: a score and two sentences are needed"],
    [["viel", "犬", "猫"], 'line 2: "viel" is no score'],
    [["", "犬", "猫"], 'line 2: "" is no score'],
  ])("that cannot be read are told with their line: %j", async (line, fault) => {
    const file = await fileOf("bad.tsv", ["1", "a", "b"], line);
    await expect(readSimilarityFile(file)).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining(fault) as string });
  });

  it("are told of by the column that a file lacks", async () => {
    const file = await fileOf("lacks.tsv", ["score_ja", "a_ja", "b_ja"], ["1", "犬", "猫"]);
    await expect(readSimilarityFile(file)).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("no column score_en") as string });
  });
});

describe("a parallel file", () => {
  it("is read from its end", async () => {
    const file = await fileOf("parallel.tsv", ["one", "一"], ["two", "二"], ["three", "三"]);
    expect(await readParallelFile(file, 2)).toEqual([{ english: "two", japanese: "二" }, { english: "three", japanese: "三" }]);
  });

  it("is told with the line that lacks a sentence, and where it is not there or empty", async () => {
    await expect(fileOf("half.tsv", ["one", "一"], ["two"]).then((file) => readParallelFile(file, 1))).rejects.toMatchObject({ message: expect.stringContaining("line 2") as string });
    await expect(readParallelFile(path.join(folder, "none.tsv"), 9)).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("cannot be read") as string });
    await expect(fileOf("empty.tsv").then((file) => readParallelFile(file, 9))).rejects.toMatchObject({ message: expect.stringContaining("holds no lines") as string });
  });
});
