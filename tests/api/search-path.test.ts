import { describe, expect, it } from "vitest";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import { type ErrorBody, get } from "./fetch-json";

const path = (parameters: Record<string, string>) => `/api/v1/encoder/search-path?${new URLSearchParams(parameters).toString()}`;
const search = async (parameters: Record<string, string>) => (await get<SearchPath>(path({ q: "海で遊ぶ犬", ...parameters }))).body;

describe("GET /api/v1/encoder/search-path", () => {
  it("tells the way through a small index over captions of the corpus, and what it found", async () => {
    const body = await search({});
    expect(body).toMatchObject({ corpus: 860, sample: 300, m: 4, ef: 10, step: 1 });
    expect(body.layers[0]).toBe(300);
    expect(body.levels).toHaveLength(300);
    expect(body.places).toHaveLength(300);
    expect([body.nearest.length, body.exact.length]).toEqual([10, 10]);
    const found = new Set(body.nearest.map(({ node }) => node));
    expect(body.recall).toBeCloseTo(body.exact.filter(({ node }) => found.has(node)).length / 10);
    expect(body.computations).toBe(1 + body.steps.reduce((sum, { computed }) => sum + computed.length, 0));
    expect(body.computations).toBeLessThan(200);
    for (const { node } of [...body.steps, ...body.exact]) expect(body.captions[node]?.text).not.toBe("");
    expect(body.captions[body.exact[0]?.node ?? -1]?.text).toMatch(/犬|dog|海|sea/i);
  });

  it("finds all where it keeps many in mind and there are many links, and tells what that costs", async () => {
    const [little, much] = [await search({ m: "2" }), await search({ m: "16", ef: "200" })];
    expect(much.recall).toBe(1);
    expect(much.computations).toBeGreaterThan(little.computations);
    expect(little.layers.length).toBeGreaterThan(much.layers.length);
    expect(much.curve?.map(({ ef }) => ef)).toEqual([10, 20, 40, 80, 160]);
  });

  it("tells what is kept in mind after a step; beyond the last step, after that", async () => {
    const last = await search({ step: "9999" });
    expect(last.step).toBe(last.steps.length);
    expect(last.found).toEqual(last.nearest);
    const first = await search({ step: "1" });
    expect(first.found).toHaveLength(1);
  });

  it("refuses by name what it cannot do", async () => {
    for (const [parameters, field] of [[{ q: "" }, "q"], [{ q: "dog", m: "1" }, "m"], [{ q: "dog", ef: "201" }, "ef"], [{ q: "dog", sample: "1001" }, "sample"], [{ q: "dog", step: "0" }, "step"]] as const) {
      const { status, body } = await get<ErrorBody>(path(parameters));
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: "invalid_parameter", field });
    }
  });
});
