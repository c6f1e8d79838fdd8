import { decode } from "fast-png";
import { describe, expect, inject, it } from "vitest";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { type ErrorBody, get } from "./fetch-json";

const path = (rest: string, parameters: Record<string, string>) => `/api/v1/encoder${rest}?${new URLSearchParams(parameters).toString()}`;
const DOG = { text: "海で遊ぶ犬", to: "A dog playing in the sea" };

describe("GET /api/v1/encoder", () => {
  it("tells pieces, mask, shares, vector, path and cuts of two sentences in some kilobytes", async () => {
    const { body } = await get<EncoderAnswer>(path("", DOG));
    expect(body.model).toMatchObject({ id: "kotomap-ja-en-v1", vocabulary: 24_734, padId: 1, layers: 12, heads: 12, pooling: "mean", dimensions: 384 });
    expect(body.text.pieces.map(({ text }) => text)).toEqual(["<s>", "▁", "海", "で", "遊", "ぶ", "犬", "</s>"]);
    expect([body.text.mask, body.to?.mask]).toEqual([body.text.pieces.map(() => 1), body.to?.pieces.map(() => 1)]);
    expect(body.path).toHaveLength(13);
    expect(body.cuts.map(({ dimensions }) => dimensions)).toEqual([384, 256, 128, 64]);
    expect(body.path?.at(-1)).toBeCloseTo(body.cuts[0]?.similarity ?? NaN, 2);
    expect(body.attention).toBeNull();
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });

  it("fills the shorter sentence up to the longer one, and hides that by the mask", async () => {
    const { body } = await get<EncoderAnswer>(path("", { text: "犬", to: DOG.to }));
    expect(body.text.mask).toHaveLength(body.to?.pieces.length ?? 0);
    expect(body.text.mask.filter((seen) => seen === 1)).toHaveLength(body.text.pieces.length);
  });

  it("tells the attention of one head, or the mean of a layer's heads, where asked for", async () => {
    for (const head of ["5", undefined]) {
      const { body } = await get<EncoderAnswer>(path("", { ...DOG, layer: "3", ...(head && { head }) }));
      expect(body.attention).toMatchObject({ layer: 3, head: head ? 5 : null });
      for (const weights of body.attention?.weights ?? []) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1);
      expect(body.attention?.weights).toHaveLength(8);
    }
  });

  it("refuses by name what it cannot tell", async () => {
    for (const [parameters, field] of [[{ text: " " }, "text"], [{ text: "a".repeat(201) }, "text"], [{ ...DOG, layer: "13" }, "layer"], [{ ...DOG, layer: "0" }, "layer"], [{ ...DOG, layer: "1", head: "13" }, "head"], [{ ...DOG, head: "1" }, "head"]] as const) {
      const { status, body } = await get<ErrorBody>(path("", parameters));
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: "invalid_parameter", field });
    }
  });
});

describe("GET /api/v1/encoder/picture", () => {
  it.each([["attention", 12 * 9, 12 * 9], ["vectors", 384, 8]])("draws the %s as a PNG of %i × %i pixels", async (of, width, height) => {
    const response = await fetch(inject("baseUrl") + path("/picture", { ...DOG, of }));
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(decode(await response.arrayBuffer())).toMatchObject({ width, height });
  });
});
