import { describe, expect, it } from "vitest";
import type { ScoredCaption, SearchResponse, SimilarResponse } from "@/lib/features/search/search-types";
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

  it("answers in the documented shape: ids as strings, places falling, times, model and generation", async () => {
    const found = await search({ q: "a cat on a sofa", limit: 3 });
    expect(found).toMatchObject({ query: "a cat on a sofa", mode: "hybrid", like: [], unlike: [], model: { id: "kotomap-ja-en-v1", dimensions: 384, device: "cpu" } });
    expect(found.generation).toMatch(/^\d{8}-\d{6}-/);
    expect(found.took.total).toBeGreaterThanOrEqual(found.took.embed);
    expect(found.hits).toHaveLength(3);
    expect(found.words.map(({ text }) => text)).toEqual(["cat", "sofa"]);
    const placeOf = ({ score, words }: ScoredCaption) => found.wordsWeight * words + (1 - found.wordsWeight) * score;
    const isFalling = (places: number[]) => places.every((place, i) => i === 0 || place <= places[i - 1]! + 1e-4);
    for (const hit of found.hits) {
      expect(hit.score).toBe(hit.captions[0]?.score);
      expect(isFalling(hit.captions.map(placeOf))).toBe(true);
      expect(typeof hit.captions[0]?.id).toBe("string");
      expect(hit.image).toMatchObject({ collection: "sample", id: expect.any(String) as string, width: 640, height: 480, captionCount: 10 });
      expect(hit.image.url).toMatch(/^\/sample\/.*\.svg$/);
    }
    expect(isFalling(found.hits.map(({ captions }) => placeOf(captions[0]!)))).toBe(true);
  });

  it("searches by meaning alone, by words alone, and with a weight between", async () => {
    const texts = ({ hits }: SearchResponse) => hits.flatMap(({ captions }) => captions.map(({ text }) => text));
    const lexical = await search({ q: "犬", mode: "lexical", group: "none", limit: 100 });
    expect(texts(lexical).every((text) => /犬|いぬ|イヌ/.test(text))).toBe(true);
    expect(lexical.total).toBe(lexical.words[0]?.captions);
    const semantic = await search({ q: "犬", mode: "semantic", group: "none", limit: 100 });
    expect(semantic).toMatchObject({ words: [], wordsWeight: 0 });
    expect(semantic.hits.map(({ score }) => score)).toEqual(semantic.hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(texts(semantic).some((text) => /dog/i.test(text))).toBe(true);
    const heavy = await search({ q: "犬", wordsWeight: 0.9, group: "none", limit: 10 });
    expect(heavy.hits.every(({ captions }) => captions[0]!.words > 0)).toBe(true);
  });

  it("marks the words that it found", async () => {
    const { hits } = await search({ q: "running dogs", mode: "lexical", group: "none", language: "en", limit: 20 });
    for (const { captions: [caption] } of hits) for (const [start, end] of caption!.marks) expect(caption!.text.slice(start, end)).toMatch(/^(run|dog)/i);
    expect(hits[0]!.captions[0]!.marks).not.toEqual([]);
  });

  it("keeps to phrases, and leaves out captions with excluded words, in every mode", async () => {
    for (const mode of ["hybrid", "semantic"]) {
      const phrase = await search({ q: '"the beach" dog', mode, group: "none", limit: 100 });
      expect(phrase.total).toBeGreaterThan(0);
      expect(phrase.hits.every(({ captions }) => /the beach/i.test(captions[0]!.text))).toBe(true);
      const without = await search({ q: "犬 -海", mode, group: "none", limit: 100 });
      expect(without.hits.some(({ captions }) => captions[0]!.text.includes("海"))).toBe(false);
    }
  });

  it("turns towards captions and sentences, and away from others, leaving out the captions themselves", async () => {
    const [snow, sea] = [await search({ q: "a dog in the snow", limit: 1 }), await search({ q: "a dog by the sea", limit: 1 })].map(({ hits }) => hits[0]!.captions[0]!.id);
    const towards = await search({ q: "a dog", like: snow!, unlike: sea!, limit: 10, group: "none" });
    expect(towards).toMatchObject({ like: [{ id: snow }], unlike: [{ id: sea }] });
    expect(towards.hits.flatMap(({ captions }) => captions.map(({ id }) => id))).not.toEqual(expect.arrayContaining([snow]));
    const answer = await get<SearchResponse>(`${searchPath({ q: "a dog", limit: 10 })}&plus=snow&plus=winter&minus=sea`);
    expect(answer.body.hits[0]!.captions.map(({ text }) => text).join()).toMatch(/snow|雪/);
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

  it("tells what scores mean: hits that are nearer are more relevant, and minRelevance leaves those", async () => {
    const { hits, nothingClose } = await search({ q: "海で遊ぶ犬", mode: "semantic", group: "none", limit: 100 });
    expect(nothingClose).toBe(false);
    const english = hits.flatMap(({ captions }) => captions).filter(({ language }) => language === "en");
    expect(english.length).toBeGreaterThan(5);
    const relevances = english.map(({ relevance }) => relevance ?? -1);
    expect(relevances).toEqual([...relevances].sort((a, b) => b - a));
    expect(relevances[0]).toBeGreaterThan(0.5);
    const relevant = await search({ q: "海で遊ぶ犬", mode: "semantic", group: "none", limit: 100, minRelevance: 0.2 });
    expect(relevant.total).toBeGreaterThan(0);
    expect(relevant.total).toBe(hits.filter(({ captions: [first] }) => (first?.relevance ?? 0) >= 0.2).length);
    expect((await search({ q: "海で遊ぶ犬", minRelevance: 0.2 })).hits.flatMap(({ captions }) => captions).every(({ relevance }) => (relevance ?? 0) >= 0.2)).toBe(true);
  });

  it("says where nothing is close, and finds no fault with a word that captions have", async () => {
    expect(await search({ q: "quarterly earnings call transcript" })).toMatchObject({ nothingClose: true });
    expect(await search({ q: "犬" })).toMatchObject({ nothingClose: false });
    expect(await search({ q: "消火栓" })).toMatchObject({ nothingClose: false });
  });

  it("tells no relevance of a refined search, whose scores mean something else", async () => {
    const refined = await search({ q: "a dog", minus: "snow" });
    expect(refined.hits.flatMap(({ captions }) => captions).every(({ relevance }) => relevance === null)).toBe(true);
    expect(await get(searchPath({ q: "a dog", minus: "snow", minRelevance: 0.1 }))).toMatchObject({ status: 400, body: { error: { code: "invalid_parameter", field: "minRelevance" } } });
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
    [{ q: "a", mode: "fuzzy" }, "mode", /hybrid, semantic or lexical/],
    [{ q: "a", wordsWeight: 1.5 }, "wordsWeight", /at most 1/],
    [{ q: "a", wordsWeight: 0.5, mode: "semantic" }, "wordsWeight", /mode=hybrid/],
    [{ q: "-snow" }, "q", /not wanted/],
    [{ q: 'a "?!"' }, "q", /letters nor digits/],
    [{ like: "1", mode: "lexical" }, "q", /lexical/],
    [{ q: "a", like: "one" }, "like", /ids of captions/],
    [{ unlike: "1" }, "q", /missing/],
  ])("refuses %j with 400 naming %s", async (parameters, field, message) => {
    const { status, body } = await get<ErrorBody>(searchPath(parameters));
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "invalid_parameter", field });
    expect(body.error.message).toMatch(message);
  });

  it("answers 404 for a caption that it is to be like, where there is none", async () => {
    const { status, body } = await get<ErrorBody>(searchPath({ q: "a", like: "99999999" }));
    expect([status, body.error.code, body.error.field]).toEqual([404, "not_found", "like"]);
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
