import { describe, expect, it } from "vitest";
import { openWordSplitter } from "./word-splitter";

const ja = await openWordSplitter("ja");
const en = await openWordSplitter("en");

describe("words of a Japanese caption", () => {
  it("are its nouns, one letter or more, and its verbs and adjectives as a dictionary has them", () => {
    expect(ja("黒い犬と猫が、大きな船のそばで人を見て立っています。")).toEqual(["犬", "猫", "船", "そば", "人", "黒い", "立つ"]);
    expect(ja("女の子が馬に乗った。")).toEqual(["女の子", "馬", "乗る"]);
  });

  it("are names in parts and whole, where several nouns are one", () => {
    expect(ja("スケートボードで遊ぶ")).toEqual(["スケート", "スケートボード", "ボード", "遊ぶ"]);
    expect(ja("洗面台がある")).toEqual(["洗面", "洗面台"]);
    expect(ja("蒸気機関車です")).toContain("蒸気機関車");
  });

  it("leave out numbers, counters, plurals, particles and what captions say of every picture", () => {
    expect(ja("3匹の羊たちが写っている写真です。")).toEqual(["羊"]);
    expect(ja("いくつかの物が置いてあるようだ。")).toEqual([]);
  });

  it("are found in half-width and full-width writing alike", () => expect(ja("ﾃﾚﾋﾞとＴシャツ")).toEqual(ja("テレビとTシャツ")));
});

describe("words of an English caption", () => {
  it("are in lower case, without function words, numbers and what captions say of every picture", () => {
    expect(en("A photo of TWO dogs that are running after the boy's red ball in 2014.")).toEqual(["dogs", "running", "boy", "red", "ball"]);
  });

  it("keep what a picture shows though it is a stop word elsewhere", () => expect(en("A man near a fire hydrant in a room")).toEqual(["man", "fire", "hydrant", "room"]));
});

it("splits other languages by Intl.Segmenter, with their own stop words", async () => {
  expect((await openWordSplitter("de"))("Ein Hund läuft über die Wiese")).toEqual(["hund", "läuft", "wiese"]);
  expect((await openWordSplitter("und"))("Кошка спит")).toEqual(["кошка", "спит"]);
});

it("finds no words in an empty caption", () => {
  expect(ja("")).toEqual([]);
  expect(en(" … ")).toEqual([]);
});
