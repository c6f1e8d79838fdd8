import { describe, expect, it } from "vitest";
import type { SearchResponse, SimilarResponse } from "@/lib/features/search/search-types";
import { get, searchPath, type ErrorBody } from "./fetch-json";

const search = async (parameters: Record<string, string | number>) => (await get<SearchResponse>(searchPath(parameters))).body;
const names = ({ hits }: SearchResponse) => hits.map(({ image }) => `${image.collection}/${image.id}`);
const best = ({ hits }: SearchResponse) => hits[0]?.captions[0]?.text ?? "";

describe("GET /api/v1/search", () => {
  it("finds captions of both languages by a query in either", async () => {
    const japanese = await search({ q: "海で遊ぶ犬", limit: 5 });
    const english = await search({ q: "a dog playing by the sea", limit: 5 });
    for (const found of [japanese, english]) {
      const languages = new Set(found.hits.flatMap(({ captions }) => captions.map(({ language }) => language)));
      expect(languages).toEqual(new Set(["ja", "en"]));
      expect(found.hits.flatMap(({ captions }) => captions.map(({ text }) => text)).join(" ")).toMatch(/犬|dog/i);
    }
    expect(names(japanese).slice(0, 3).filter((name) => names(english).slice(0, 5).includes(name)).length).toBeGreaterThanOrEqual(2);
  });

  it("answers in the documented shape: ids as strings, scores falling, times, model and generation", async () => {
    const found = await search({ q: "a cat on a sofa", limit: 3 });
    expect(found).toMatchObject({ query: "a cat on a sofa", model: { id: "kotomap-ja-en-v1", dimensions: 384, device: "cpu" } });
    expect(found.generation).toMatch(/^\d{8}-\d{6}-/);
    expect(found.took.total).toBeGreaterThanOrEqual(found.took.embed);
    expect(found.hits).toHaveLength(3);
    for (const hit of found.hits) {
      expect(hit.score).toBe(hit.captions[0]?.score);
      expect(hit.captions.map(({ score }) => score)).toEqual(hit.captions.map(({ score }) => score).sort((a, b) => b - a));
      expect(typeof hit.captions[0]?.id).toBe("string");
      expect(hit.image).toMatchObject({ collection: "sample", id: expect.any(String) as string, width: 640, height: 480, captionCount: 10 });
      expect(hit.image.url).toMatch(/^\/sample\/.*\.svg$/);
    }
    expect(found.hits.map(({ score }) => score)).toEqual(found.hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it("gives the same hits page by page as all at once, each once", async () => {
    const all = await search({ q: "people outside", limit: 60 });
    const pages = await Promise.all([0, 20, 40].map((offset) => search({ q: "people outside", limit: 20, offset })));
    expect(pages.flatMap(names)).toEqual(names(all));
    expect(new Set(names(all)).size).toBe(60);
    expect((await search({ q: "people outside", limit: 20, offset: all.total })).hits).toEqual([]);
  });

  it("lists single captions with group=none, as many as there are", async () => {
    const found = await search({ q: "電車", group: "none", limit: 100 });
    expect(found.hits.every(({ captions }) => captions.length === 1)).toBe(true);
    const grouped = await search({ q: "電車" });
    expect(found.total).toBe(grouped.total * 10);
  });

  it("keeps to language and collection within the index, full pages included", async () => {
    const japanese = await search({ q: "a train", language: "ja", group: "none", limit: 100 });
    expect(japanese.hits).toHaveLength(100);
    expect(new Set(japanese.hits.flatMap(({ captions }) => captions.map(({ language }) => language)))).toEqual(new Set(["ja"]));
    expect((await search({ q: "a train", language: "en" })).hits[0]?.captions).toHaveLength(5);
    expect(await search({ q: "a train", collection: "nowhere" })).toMatchObject({ total: 0, hits: [] });
    expect(await search({ q: "a train", language: "fr" })).toMatchObject({ total: 0, hits: [] });
  });

  it("leaves out hits below minScore and counts the rest", async () => {
    const all = await search({ q: "birthday cake", group: "none", limit: 100 });
    const threshold = all.hits[9]?.score ?? 0;
    const found = await search({ q: "birthday cake", group: "none", limit: 100, minScore: threshold });
    expect(found.total).toBe(all.hits.filter(({ score }) => score >= threshold).length);
    expect(await search({ q: "birthday cake", minScore: 1 })).toMatchObject({ total: 0, hits: [] });
    const grouped = await search({ q: "birthday cake", minScore: threshold });
    expect(grouped.hits.flatMap(({ captions }) => captions).every(({ score }) => score >= threshold)).toBe(true);
  });

  it("finds the same for full-width and half-width, capital and small letters", async () => {
    expect(best(await search({ q: "Ａ ＤＯＧ" }))).toBe(best(await search({ q: "a dog" })));
  });

  it.each([
    [{}, "q", /missing/],
    [{ q: " " }, "q", /empty/],
    [{ q: "あ".repeat(1001) }, "q", /1 000/],
    [{ q: "a", limit: 0 }, "limit", /at least 1/],
    [{ q: "a", limit: 101 }, "limit", /at most 100/],
    [{ q: "a", limit: "ten" }, "limit", /whole number/],
    [{ q: "a", offset: -1 }, "offset", /whole number/],
    [{ q: "a", group: "photo" }, "group", /image or none/],
    [{ q: "a", language: "japanese language" }, "language", /BCP 47/],
    [{ q: "a", minScore: "high" }, "minScore", /number/],
    [{ q: "a", minScore: 2 }, "minScore", /at most 1/],
    [{ q: "a", lang: "ja" }, "lang", /no parameter/],
  ])("refuses %j with 400 naming %s", async (parameters, field, message) => {
    const { status, body } = await get<ErrorBody>(searchPath(parameters));
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "invalid_parameter", field });
    expect(body.error.message).toMatch(message);
  });

  it("refuses a parameter given twice", async () => {
    const { status, body } = await get<ErrorBody>("/api/v1/search?q=a&q=b");
    expect([status, body.error.field]).toEqual([400, "q"]);
  });

  it("answers queries of 1 000 characters, of emoji, of NUL and lone surrogates", async () => {
    for (const q of ["犬".repeat(1000), "🐶🏖️", "a\u0000b", "%ED%A0%80"]) expect((await get(searchPath({ q }))).status).toBe(200);
    expect((await get("/api/v1/search?q=%ED%A0%80")).status).toBe(200);
  });
});

describe("GET /api/v1/captions/{id}/similar", () => {
  it("finds what is like a caption, the caption itself left out", async () => {
    const caption = (await search({ q: "a train", limit: 1 })).hits[0]?.captions[0];
    const { body } = await get<SimilarResponse>(`/api/v1/captions/${caption?.id}/similar?group=none&limit=50`);
    expect(body.caption).toMatchObject({ id: caption?.id, text: caption?.text });
    expect(body.hits).toHaveLength(50);
    expect(body.hits.flatMap(({ captions }) => captions.map(({ id }) => id))).not.toContain(caption?.id);
    expect(body.total).toBe((await search({ q: "a", group: "none" })).total - 1);
  });

  it.each(["0", "99999999", "abc", "1e3", "-1"])("answers 404 for the caption %s", async (id) => {
    const { status, body } = await get<ErrorBody>(`/api/v1/captions/${id}/similar`);
    expect([status, body.error.code]).toEqual([404, "not_found"]);
  });
});
