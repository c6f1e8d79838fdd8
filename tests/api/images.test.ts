import { inject, describe, expect, it } from "vitest";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import type { SearchResponse } from "@/lib/features/search/search-types";
import type { Health, Stats } from "@/lib/features/status/status-types";
import { get, searchPath, type ErrorBody } from "./fetch-json";

const anImage = async () => (await get<SearchResponse>(searchPath({ q: "犬", limit: 1 }))).body.hits[0]?.image.id ?? "";

describe("GET /api/v1/images/{collection}/{id}", () => {
  it("gives an image's captions, Japanese first, and how much they agree", async () => {
    const id = await anImage();
    const { body } = await get<ImagePage>(`/api/v1/images/sample/${id}`);
    expect(body.captions.map(({ language }) => language)).toEqual([...Array<string>(5).fill("ja"), ...Array<string>(5).fill("en")]);
    expect(body.similarities).toHaveLength(10);
    body.similarities.forEach((line, i) => line.forEach((value, j) => expect(value).toBe(i === j ? 1 : body.similarities[j]?.[i])));
    const pairs = body.similarities.flatMap((line, i) => line.filter((_, j) => j !== i)) as number[];
    expect(body.cohesion).toBeCloseTo(pairs.reduce((sum, value) => sum + value, 0) / pairs.length, 3);
    const means = body.similarities.map((line) => (line as number[]).reduce((sum, value) => sum + value, -1) / 9);
    expect(body.oddOneOut?.id).toBe(body.captions[means.indexOf(Math.min(...means))]?.id);
  });

  it("names other images with the pair of captions that joins each, best first", async () => {
    const id = await anImage();
    const { body } = await get<ImagePage>(`/api/v1/images/sample/${id}`);
    expect(body.nearest.length).toBeGreaterThanOrEqual(5);
    expect(body.nearest.map(({ image }) => image.id)).not.toContain(id);
    expect(new Set(body.nearest.map(({ image }) => image.id)).size).toBe(body.nearest.length);
    expect(body.nearest.map(({ score }) => score)).toEqual(body.nearest.map(({ score }) => score).sort((a, b) => b - a));
    for (const { own } of body.nearest) expect(body.captions.map((caption) => caption.id)).toContain(own.id);
  });

  it("leads through the collection by id, forth and back, in the order of numbers", async () => {
    const { body: stats } = await get<Stats>("/api/v1/stats");
    const walked: number[] = [];
    let at = (await get<ImagePage>(`/api/v1/images/sample/${await anImage()}`)).body;
    while (at.previous) at = (await get<ImagePage>(`/api/v1/images/sample/${at.previous}`)).body;
    for (;;) {
      walked.push(Number(at.image.id));
      if (!at.next) break;
      const next = (await get<ImagePage>(`/api/v1/images/sample/${at.next}`)).body;
      expect(next.previous).toBe(at.image.id);
      at = next;
    }
    expect(walked).toHaveLength(stats.images);
    expect(walked).toEqual([...walked].sort((a, b) => a - b));
  });

  it.each(["sample/0", "sample/..%2F..%2Fetc%2Fpasswd", "nowhere/1", "sample/%00"])("answers 404 for %s", async (path) => {
    const { status, body } = await get<ErrorBody>(`/api/v1/images/${path}`);
    expect([status, body.error.code]).toEqual([404, "not_found"]);
  });

  it("sends a browser to the picture's own address where the collection has no picture folder", async () => {
    const response = await fetch(`${inject("baseUrl")}/api/v1/images/sample/${await anImage()}/picture`, { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^\/sample\/.*\.svg$/);
  });
});

describe("GET /api/v1/health and /api/v1/stats", () => {
  it("say that all is well, what is loaded, and how much there is", async () => {
    const { status, body: health } = await get<Health>("/api/v1/health");
    expect(status).toBe(200);
    expect(health).toMatchObject({ status: "ok", problems: [], model: { id: "kotomap-ja-en-v1", dimensions: 384, device: "cpu" } });
    const { body: stats } = await get<Stats>("/api/v1/stats");
    expect(stats.images).toBeGreaterThanOrEqual(60);
    expect(stats).toMatchObject({ captions: stats.images * 10, languages: { ja: stats.images * 5, en: stats.images * 5 }, pending: 0, generation: { id: health.generation, captions: stats.images * 10 } });
  });
});
