import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SmallCorpus } from "@/lib/features/reindexing/testing/small-corpus";
import { suggest } from "./suggest";
import { Vocabulary } from "./vocabulary";

let corpus: SmallCorpus;
let vocabulary: Vocabulary;
beforeAll(async () => {
  corpus = await SmallCorpus.create();
  await corpus.ingest("a", [
    ["1", "一匹の犬が海辺を走っている", "ja"], ["2", "船舶と犬", "ja"], ["3", "ダブルデッカーバスが走る", "ja"], ["4", "子どもと船", "ja"],
    ["1", "A dog runs beside the snowbank", "en"], ["2", "Snow on a mountain", "en"], ["3", "Mountains and snow", "en"],
  ]);
  vocabulary = await Vocabulary.read(corpus.db);
});
afterAll(() => corpus.remove());

const texts = (query: string) => suggest(vocabulary, query, 5).map(({ text }) => text);

describe("suggestions", () => {
  it.each([
    ["sno", ["snow", "snowbank"]],
    ["a dog in the SNO", ["a dog in the snow", "a dog in the snowbank"]],
    ["船", ["船舶"]],
    ["いぬ", ["犬"]],
    ["海で遊ぶいぬ", ["海で遊ぶ犬"]],
    ["イヌ", ["犬"]],
    ["ダブル", ["ダブルデッカーバス"]],
    ["だぶる", ["ダブルデッカーバス"]],
    ["ふね", ["船"]],
    ["白い子ど", ["白い子ども"]],
    ['"sno', ['"snow', '"snowbank']],
    ["dog -sno", ["dog -snow", "dog -snowbank"]],
    ["s", []], ["", []], ["sno ", []], ["xyz", []], ["th", []],
  ])("for %s are %j", (query, wanted) => {
    expect(texts(query)).toEqual(wanted);
  });

  it("tell in how many captions their word is", () => {
    expect(suggest(vocabulary, "mou", 5)).toEqual([{ text: "mountain", word: "mountain", captions: 1 }, { text: "mountains", word: "mountains", captions: 1 }]);
  });
});

describe("corrections", () => {
  it.each([["mountian", "mountain"], ["snowbnak", "snowbank"], ["ダブルデッカバス", "ダブルデッカーバス"], ["dgo", null], ["zeppelin", null], ["猫", null]])("of %s: %s", (word, wanted) => {
    expect(vocabulary.correct(word)).toBe(wanted);
  });
});
