import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dot, row as rowOf } from "@/lib/core/vector";
import { createFakeEmbedder } from "@/lib/embedding/fake-embedder";
import { SmallCorpus } from "@/lib/features/reindexing/testing/small-corpus";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { passingRows } from "./caption-filter";
import { byPlace, placeRows, placeRowsFrom, placeRowsWithWords, placer } from "./place-rows";
import { readQuery } from "./query";
import { restrictRows } from "./restrict-rows";
import type { SearchMode } from "./search-request";

const captions: [string, string, string][] = [
  ["1", "一隻の船舶が港に停まっている", "ja"],
  ["1", "旅客船が海に浮かんでいる", "ja"],
  ["2", "湖で水鳥たちが泳いでいる", "ja"],
  ["3", "黒いイヌが雪の上を走っている", "ja"],
  ["3", "A black dog runs through the snow", "en"],
  ["4", "いぬがボールをくわえている", "ja"],
  ["4", "The red ball is in the mouth of a dog", "en"],
  ["5", "A ball, red and small", "en"],
  ["6", "鳥が枝から飛ばずにいる", "ja"],
  ["7", "バスが道を走る", "ja"],
  ["8", "雪だるまを作る子供", "ja"],
  ...Array.from({ length: 30 }, (_, i): [string, string, string] => [`x${i}`, `A plain sentence, the ${i}th of its kind`, "en"]),
];

let corpus: SmallCorpus;
let generation: LoadedGeneration;
const embedder = createFakeEmbedder();

beforeAll(async () => {
  corpus = await SmallCorpus.create(embedder);
  const { generation: id } = await corpus.ingest("captions", captions);
  generation = await new GenerationStore(corpus.dataDir).load(String(id));
});
afterAll(() => corpus.remove());

const serving = () => ({ db: corpus.db, generation, embedder });
const textOf = (row: number) => captions[generation.labels.captionIds[row]! - 1]![1];

async function search(text: string, mode: SearchMode = "hybrid", weight?: number) {
  const { meaning, words, restriction, effort } = await readQuery(serving(), text, mode, weight);
  const vector = await embedder.embed([meaning], { kind: "query" });
  return { generation, vector, words, effort, passing: restrictRows(generation, passingRows(generation, {}), restriction) };
}

async function lexical(text: string): Promise<string[]> {
  const query = await search(text, "lexical");
  return placeRowsWithWords(query, query.words!).map(({ row }) => textOf(row));
}

describe("a search by words", () => {
  it.each([
    ["船", ["船舶", "旅客船"]],
    ["水鳥", ["水鳥たち"]],
    ["いぬ", ["いぬが", "イヌが"]],
    ["イヌ", ["イヌが", "いぬが"]],
    ["ｲﾇ", ["イヌが", "いぬが"]],
    ["走った", ["イヌが雪の上を走っている", "バスが道を走る"]],
    ["DOGS", ["black dog", "of a dog"]],
    ["running", ["A black dog runs"]],
    ["雪", ["雪の上", "雪だるま"]],
    ["バス", ["バスが道を走る"]],
  ])("%s finds %j and nothing else", async (query, parts) => {
    const found = await lexical(query);
    expect(found).toHaveLength(parts.length);
    for (const part of parts) expect(found.some((text) => text.includes(part))).toBe(true);
  });

  it("places captions that have the word itself before those that have it inside another", async () => {
    expect((await lexical("雪"))[0]).toContain("雪の上");
  });

  it("finds nothing where no caption has a word", async () => {
    expect(await lexical("zeppelin")).toEqual([]);
  });
});

describe("a query with marks", () => {
  it("has a phrase just as it is written, in that order", async () => {
    const { passing } = await search('"red ball"');
    expect(passing).toMatchObject({ rows: 1, images: 1 });
    expect((await search('"ball red"')).passing.rows).toBe(1);
    expect((await search('"だるまを作"')).passing.rows).toBe(1);
    expect((await search('dog "red ball" "mouth of"', "semantic")).passing.rows).toBe(1);
  });

  it("leaves out captions with an excluded word, in any form and inside others", async () => {
    const { passing } = await search("犬 -雪");
    expect(passing).toMatchObject({ rows: captions.length - 2, images: new Set(captions.map(([image]) => image)).size - 1 });
    const texts = [...placeRows(await search("dog -running -雪"))].flat().map(({ row }) => textOf(row));
    expect(texts).toHaveLength(captions.length - 3);
    expect(texts.join()).not.toMatch(/雪|runs/);
  });

  it("is refused where it says only what is not wanted, or asks for a phrase of signs", async () => {
    await expect(search("-雪")).rejects.toMatchObject({ code: "invalid_parameter", field: "q" });
    await expect(search('cat "!?"')).rejects.toMatchObject({ code: "invalid_parameter", field: "q" });
  });

  it("of signs alone is searched by meaning", async () => {
    expect((await search("!?")).words).toBeNull();
  });
});

describe("hybrid search", () => {
  it.each([0.05, 0.2, 0.5, 0.9])("gives all rows by falling place at weight %d, as an exact computation does", async (weight) => {
    const query = await search("the red ball of a dog", "hybrid", weight);
    const place = placer(query.words);
    const exact = Array.from({ length: generation.manifest.count }, (_, row) => place(row, dot(rowOf(generation.vectors, row, query.vector.length), query.vector))).sort(byPlace);
    const ranked = [...placeRows(query)].flat();
    expect(ranked.map(({ row }) => row)).toEqual(exact.map(({ row }) => row));
  });

  it("gives words more weight the fewer there are", async () => {
    expect((await search("dog")).words!.weight).toBeCloseTo(0.2);
    expect((await search("dog ball snow")).words!.weight).toBeLessThan(0.15);
    expect((await search("dog", "lexical")).words!.weight).toBe(1);
    expect((await search("dog", "semantic")).words).toBeNull();
  });

  it("keeps rows of a least cosine only", async () => {
    const query = await search("dog ball");
    const all = [...placeRows(query)].flat();
    const least = [...all].sort((a, b) => b.score - a.score)[10]!.score;
    expect(placeRowsFrom(query, least - 1e-6).map(({ row }) => row)).toEqual(all.filter(({ score }) => score >= least).map(({ row }) => row));
  });
});
