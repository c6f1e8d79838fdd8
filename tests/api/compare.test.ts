import { parse } from "csv-parse/sync";
import { describe, expect, inject, it } from "vitest";
import type { SearchesCompared } from "@/lib/features/comparison/compare-searches";
import type { Comparison } from "@/lib/features/comparison/comparison-types";
import type { OtherEncoder } from "@/lib/features/comparison/other-encoders";
import { packText } from "@/lib/features/comparison/packed-text";
import { get, type ErrorBody } from "./fetch-json";

const path = (parameters: Record<string, string>) => `/api/v1/compare?${new URLSearchParams(parameters)}`;
const text = "A dog runs on the beach\n犬が砂浜を走っている\n\nA man cooks in the kitchen\n男性が台所で料理をしている";

describe("GET /api/v1/compare", () => {
  it("finds sentences of one group alike, across languages, and joins them first", async () => {
    const { body } = await get<Comparison>(path({ text }));
    expect(body.sentences.map(({ group, language }) => [group, language])).toEqual([[0, "en"], [0, "ja"], [1, "en"], [1, "ja"]]);
    expect(body.within! - body.across!).toBeGreaterThan(0.3);
    expect(body.similarities[0]![1]).toBeGreaterThan(body.similarities[0]![2]!);
    const parts = "parts" in body.tree ? body.order.slice(0, 2).sort() : [];
    expect([[0, 1], [2, 3]]).toContainEqual(parts);
    expect(body.layout.coordinates).toHaveLength(4);
  });

  it("takes captions of images as groups, beside sentences, plain or packed", async () => {
    const { body } = await get<Comparison>(path({ images: "sample:1,sample:2", z: packText("A dog"), method: "tsne", other: "64" }));
    expect(body.groups).toEqual([{ image: { collection: "sample", id: "1" }, sentences: 10 }, { image: { collection: "sample", id: "2" }, sentences: 10 }, { image: null, sentences: 1 }]);
    expect(body.sentences[0]!.caption).toMatch(/^\d+$/);
    expect(body.other).toMatchObject({ model: { dimensions: 64 }, agreement: expect.closeTo(1, 0) as number });
  });

  it.each([
    [{}, "text", /2 to 100/],
    [{ text: "one" }, "text", /2 to 100/],
    [{ text: Array.from({ length: 101 }, (_, i) => `s${i}`).join("\n") }, "text", /101 sentences/],
    [{ text: `a\n${"b".repeat(1001)}` }, "text", /sentence 2/],
    [{ z: "!!" }, "z", /packed text/],
    [{ text, method: "umap" }, "method", /tsne or pca/],
    [{ text, other: "a b" }, "other", /64, 128, 256 or the id/],
    [{ images: "sample" }, "images", /coco:139/],
  ])("refuses %j, naming %s", async (parameters, field, message) => {
    const { status, body } = await get<ErrorBody>(path(parameters));
    expect([status, body.error.field]).toEqual([400, field]);
    expect(body.error.message).toMatch(message);
  });

  it("answers 404 for an image that there is not", async () => {
    const { status, body } = await get<ErrorBody>(path({ images: "sample:none", text: "a" }));
    expect([status, body.error.code]).toEqual([404, "not_found"]);
  });
});

describe("GET /api/v1/compare/search", () => {
  it("tells where a second encoder puts what the first one finds", async () => {
    const { body } = await get<SearchesCompared>("/api/v1/compare/search?q=a+dog+on+the+beach&other=64");
    expect(body.captions).toHaveLength(50);
    expect(body.captions.map(({ rank }) => rank)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(body.captions.map(({ otherRank }) => otherRank).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(body.shared).toBe(body.captions.filter(({ rank, otherRank }) => rank <= 10 && otherRank <= 10).length);
    expect(body.agreement).toBeGreaterThan(0.3);
    expect(body.other.dimensions).toBe(64);
  });

  it("names an encoder that is not there, and lists those that are", async () => {
    const { status, body } = await get<ErrorBody>("/api/v1/compare/search?q=dog&other=nobody");
    expect([status, body.error.field]).toEqual([404, "other"]);
    const { encoders } = (await get<{ encoders: OtherEncoder[] }>("/api/v1/compare/encoders")).body;
    expect(encoders.map(({ name }) => name)).not.toContain("kotomap-ja-en-v1");
  });
});

describe("POST /api/v1/compare", () => {
  it("takes more than an address holds", async () => {
    const groups = [Array.from({ length: 60 }, (_, i) => `芝生の上で${i}人が遊んでいます。`.repeat(10)), ["A dog"]];
    const response = await fetch(`${inject("baseUrl")}/api/v1/compare`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ groups }) });
    expect(response.status).toBe(200);
    expect(((await response.json()) as Comparison).sentences).toHaveLength(61);
  });
});

describe("GET /api/v1/compare/export", () => {
  const fetchFile = (format: string, sentences = text) => fetch(`${inject("baseUrl")}/api/v1/compare/export?${new URLSearchParams({ text: sentences, format })}`);

  it("gives a table that a spreadsheet opens, formulas held", async () => {
    const rows = parse<Record<string, string>>(await (await fetchFile("csv", "=1+1\n犬、猫")).text(), { columns: true, bom: true });
    expect(rows.map(({ sentence }) => sentence)).toEqual(["'=1+1", "犬、猫"]);
    expect(rows[0]!["2"]).toBe(rows[1]!["1"]);
  });

  it("gives a picture that stands for itself, with texts escaped", async () => {
    const svg = await (await fetchFile("svg", "a <b> & c\n犬")).text();
    expect(svg).toMatch(/^<svg[\s\S]*a &lt;b&gt; &amp; c[\s\S]*<\/svg>$/);
  });

  it("gives an Excel file, which is a zip with the sheet in it", async () => {
    const bytes = Buffer.from(await (await fetchFile("xlsx")).arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(bytes.includes("xl/worksheets/sheet2.xml")).toBe(true);
  });
});
