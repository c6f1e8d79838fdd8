import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dot, row } from "@/lib/core/vector";
import type { PieceEmbedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import type { Explanation } from "./explanation";
import { explainTexts } from "./explain-texts";
import { judgeLinks } from "./testing/judge-links";

let embedder: PieceEmbedder;
beforeAll(async () => {
  embedder = await createLocalEmbedder({ model: await loadBundledModel(path.resolve("models")) });
});
afterAll(() => embedder.close());

const withoutPieces = (): PieceEmbedder => Object.assign(Object.create(embedder) as PieceEmbedder, { embedPieces: () => Promise.resolve(null) });
const explain = async (a: string, b: string, bothSides = true) => (await explainTexts({ embedder, dimensions: 384 }, a, [b], { kind: "document", bothSides }))[0]!;
const linksOf = ({ a, b, links }: Explanation) => links.map((link) => `${a.words[link.a]!.text}–${b.words[link.b]!.text}`);

describe("the words that meet", () => {
  it("are found across languages", async () => {
    const explained = await explain("海辺を走る二匹の犬", "Two dogs are running along the shore.");
    expect(linksOf(explained).sort()).toEqual(["二匹–Two", "海辺–shore", "犬–dogs", "走る–running"]);
    expect(explained.linkedBy).toBe("pieces");
  });

  it("are none in sentences of other things", async () => {
    expect((await explain("テニスをする女性", "A bowl of soup stands on the table.")).links).toEqual([]);
  });

  it.each([
    ["pieces", 0.97, 0.91],
    ["differences", 0.97, 0.91],
  ] as const)("are right by %s: precision %d and recall %d or more on 73 pairs whose words were linked by hand", async (by, precision, recall) => {
    const judged = await judgeLinks({ embedder: by === "pieces" ? embedder : withoutPieces(), dimensions: 384 });
    expect(judged.precision).toBeGreaterThanOrEqual(precision);
    expect(judged.recall).toBeGreaterThanOrEqual(recall);
  });
});

describe("what a word adds", () => {
  it("is what of the cosine goes without it", async () => {
    const [a, b] = ["a dog on the beach", "浜辺の犬"];
    const vectors = await embedder.embed([a, "a on the beach", b]);
    const [whole, rest, other] = [0, 1, 2].map((i) => row(vectors, i, 384)) as [Float32Array, Float32Array, Float32Array];
    const explained = await explain(a, b);
    expect(explained.score).toBeCloseTo(dot(whole, other), 3);
    expect(explained.a.words[1]).toMatchObject({ text: "dog", start: 2, end: 5, kind: "content" });
    expect(explained.a.words[1]?.contribution).toBeCloseTo(dot(whole, other) - dot(rest, other), 3);
    expect(explained.a.words.map(({ kind, contribution }) => [kind, contribution === null])).toEqual([["function", true], ["content", false], ["function", true], ["function", true], ["content", false]]);
  });

  it("is not measured for a word that stands alone, or on a side that is not asked for", async () => {
    const explained = await explain("犬", "a dog on the beach", false);
    expect([...explained.a.words, ...explained.b.words].map(({ contribution }) => contribution)).toEqual(Array(6).fill(null));
    expect(linksOf(explained)).toEqual(["犬–dog"]);
  });

  it("is the same for many texts at once as for each alone", async () => {
    const texts = ["A dog plays.", "A cat sleeps on the sofa."];
    const together = await explainTexts({ embedder, dimensions: 384 }, "遊ぶ犬", texts, { kind: "document", bothSides: false });
    for (const [i, text] of texts.entries()) expect(together[i]).toEqual(await explain("遊ぶ犬", text, false));
  });
});

it("explains texts longer than the encoder reads", async () => {
  const explained = await explain("犬", `${"a cat sleeps ".repeat(80)}dog`, false);
  expect(explained.b.words.at(-1)).toMatchObject({ text: "dog" });
  expect(linksOf(explained)).toEqual([]);
});
