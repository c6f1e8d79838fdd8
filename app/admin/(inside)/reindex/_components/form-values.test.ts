import { describe, expect, it } from "vitest";
import type { KnownModel } from "@/lib/features/models/list-models";
import { reindexRequestSchema } from "@/lib/features/reindexing/reindex-request";
import { chooseModel, emptyForm, findFaults, keyOf, OTHER, toRequest, type FormValues } from "./form-values";

const bundled: KnownModel = { sha256: "a".repeat(64), reference: "kotomap-ja-en-v1", name: "kotomap-ja-en-v1", bundled: true, settings: {}, dimensions: 384, active: true };
const prefixed: KnownModel = { ...bundled, sha256: "b".repeat(64), reference: "someone/e5@v2", name: "e5", bundled: false, settings: { queryPrefix: "query: ", maxTokens: 64 }, active: false };
const models = [bundled, prefixed];
const all = { languages: null, collections: null };
const empty = emptyForm(true, bundled, all);
const request = (values: Partial<FormValues>, active = all) => reindexRequestSchema.parse(toRequest({ ...empty, ...values }, models, active));

describe("toRequest", () => {
  it("asks for nothing where nothing was changed", () => {
    expect(request({})).toEqual({});
  });

  it("asks for what was typed, as the API takes it", () => {
    expect(request({ dimensions: "256", m: " 24 ", ef: "64", device: "cuda", full: true, force: true, swap: "pause" })).toEqual({ encoder: { dimensions: 256, device: "cuda" }, hnsw: { m: 24, ef: 64 }, full: true, force: true, swap: "pause" });
  });

  it("names a known model with what was said of it before", () => {
    expect(request(chooseModel({ ...empty, dimensions: "256" }, keyOf(prefixed), models))).toEqual({ encoder: { model: "someone/e5@v2", settings: { queryPrefix: "query: ", maxTokens: 64 } } });
  });

  it("names another model as it was typed", () => {
    expect(request({ model: OTHER, custom: " ./my-model " })).toEqual({ encoder: { model: "./my-model" } });
  });

  it("selects only where the selection differs from the active one, and can go back to all", () => {
    const narrowed = { languages: ["ja"], collections: null };
    expect(request({ languages: ["ja"] }, narrowed as never)).toEqual({});
    expect(request({ languages: null }, narrowed as never)).toEqual({ selection: { languages: null } });
    expect(request({ collections: ["coco"] })).toEqual({ selection: { collections: ["coco"] } });
  });

  it("names the bundled model where there is no index yet", () => {
    const values = emptyForm(false, bundled, all);
    expect(toRequest(values, models, all)).toEqual({ encoder: { model: "kotomap-ja-en-v1" } });
  });
});

describe("findFaults", () => {
  it("finds none in an empty form", () => {
    expect(findFaults(empty)).toEqual({});
  });

  it.each(["-3", "1.5", "many", "1e3"])("refuses %s as a number", (text) => {
    expect(findFaults({ ...empty, m: text })).toEqual({ m: { fault: "wholeNumber" } });
  });

  it.each([
    [{ m: "1" }, { m: { fault: "outOfBounds", least: 2, most: 128 } }],
    [{ ef: "4097" }, { ef: { fault: "outOfBounds", least: 1, most: 4096 } }],
    [{ dimensions: "0" }, { dimensions: { fault: "outOfBounds", least: 1, most: 1_000_000 } }],
  ])("refuses %j, and says what is possible", (values, faults) => {
    expect(findFaults({ ...empty, ...values })).toEqual(faults);
  });

  it("takes digits of Japanese input methods", () => {
    expect(findFaults({ ...empty, m: "１６" })).toEqual({});
    expect(request({ m: "１６" })).toEqual({ hnsw: { m: 16 } });
  });

  it("asks for the model's name and for one choice at least", () => {
    expect(findFaults({ ...empty, model: OTHER, languages: [] })).toEqual({ custom: { fault: "needed" }, languages: { fault: "chooseOne" } });
  });
});
