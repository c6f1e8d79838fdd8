import { describe, expect, it } from "vitest";
import { layoutRequestSchema } from "@/lib/features/layouts/layout-request";
import { emptyLayout, findBadNumbers, toLayoutRequest } from "./layout-values";

describe("the form for a layout", () => {
  it("asks for what the job takes, full-width digits too", () => {
    const request = toLayoutRequest({ ...emptyLayout, language: "ja", perplexity: "５０", seed: " 7 " });
    expect(request).toEqual({ method: "tsne", unit: "captions", language: "ja", distance: "euclidean", mode: "full", perplexity: 50, seed: 7 });
    expect(layoutRequestSchema.safeParse(request).success).toBe(true);
    expect(layoutRequestSchema.safeParse(toLayoutRequest(emptyLayout)).success).toBe(true);
  });

  it("leaves out of principal components what belongs to t-SNE", () => {
    const request = toLayoutRequest({ ...emptyLayout, method: "pca", distance: "spherical", perplexity: "x" });
    expect(request).toEqual({ method: "pca", unit: "captions", language: null, mode: "full" });
    expect(layoutRequestSchema.safeParse(request).success).toBe(true);
    expect(findBadNumbers({ ...emptyLayout, method: "pca", perplexity: "x" }, 100)).toEqual([]);
  });

  it("names numbers that are none, or too large for so few captions", () => {
    expect(findBadNumbers({ ...emptyLayout, perplexity: "34", iterations: "0", seed: "1.5" }, 100)).toEqual(["perplexity", "iterations", "seed"]);
    expect(findBadNumbers({ ...emptyLayout, perplexity: "33" }, 100)).toEqual([]);
  });
});
