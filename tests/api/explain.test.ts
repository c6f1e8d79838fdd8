import { describe, expect, it } from "vitest";
import type { ExplainAnswer } from "@/lib/features/explanation/explain-pair";
import type { Explanation } from "@/lib/features/explanation/explanation";
import type { SearchResponse, SimilarResponse } from "@/lib/features/search/search-types";
import { type ErrorBody, get } from "./fetch-json";

const path = (parameters: Record<string, string>, of = "explain") => `/api/v1/${of}?${new URLSearchParams(parameters).toString()}`;
const linksOf = ({ a, b, links }: Explanation) => links.map((link) => `${a.words[link.a]?.text}–${b.words[link.b]?.text}`);

describe("GET /api/v1/explain", () => {
  it("links the words of two languages, and tells what each adds", async () => {
    const { body } = await get<ExplainAnswer>(path({ a: "海で遊ぶ犬", b: "A dog playing in the sea" }));
    expect(linksOf(body).sort()).toEqual(["海–sea", "犬–dog", "遊ぶ–playing"].sort());
    expect(body.a.words.filter(({ contribution }) => contribution !== null).map(({ text }) => text)).toEqual(["海", "遊ぶ", "犬"]);
    expect(body).toMatchObject({ caption: null, linkedBy: "pieces", model: { id: "kotomap-ja-en-v1" } });
  });

  it("explains a caption of the index by its id, with the score of the search", async () => {
    const found = (await get<SearchResponse>(path({ q: "海で遊ぶ犬", mode: "semantic" }, "search"))).body.hits[0]?.captions[0];
    const { body } = await get<ExplainAnswer>(path({ a: "海で遊ぶ犬", caption: found?.id ?? "" }));
    expect(body.b.text).toBe(found?.text);
    expect(body.score).toBeCloseTo(found?.score ?? NaN, 2);
    expect(body.caption).toMatchObject({ id: found?.id, language: found?.language });
  });

  it("refuses by name what it cannot explain", async () => {
    for (const [parameters, status, field] of [[{ a: "犬" }, 400, "b"], [{ a: "犬", b: "dog", caption: "1" }, 400, "b"], [{ a: "x".repeat(1001), b: "dog" }, 400, "a"], [{ a: "犬", caption: "999999999" }, 404, "caption"]] as const) {
      const answer = await get<ErrorBody>(path(parameters));
      expect(answer.status).toBe(status);
      expect(answer.body.error.field).toBe(field);
    }
  });
});

describe("explain=true", () => {
  it("explains the first ten hits of a search, and none without it", async () => {
    const { body } = await get<SearchResponse>(path({ q: "海で遊ぶ犬 -雪", limit: "12", explain: "true" }, "search"));
    expect(body.hits.map(({ explanation }) => explanation === null)).toEqual([...Array<boolean>(10).fill(false), true, true]);
    for (const { explanation, captions } of body.hits.slice(0, 10)) expect(explanation).toMatchObject({ a: { text: "海で遊ぶ犬" }, b: { text: captions[0]?.text } });
    expect((await get<SearchResponse>(path({ q: "海で遊ぶ犬" }, "search"))).body.hits[0]).not.toHaveProperty("explanation");
  });

  it("explains hits for a caption by the caption's words", async () => {
    const { body } = await get<SimilarResponse>(path({ limit: "1", explain: "true" }, "captions/1/similar"));
    expect(body.hits[0]?.explanation?.a.text).toBe(body.caption.text);
  });
});
