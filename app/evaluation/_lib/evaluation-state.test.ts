import { describe, expect, it } from "vitest";
import { evaluationHref, readEvaluationState } from "./evaluation-state";

describe("the state of the evaluation page", () => {
  it("is what its address says, and makes the same address again", () => {
    const address = "/evaluation?id=7&with=3&over=mrr&pair=ja,en&list=gap&direction=en,ja&page=2";
    const state = readEvaluationState(Object.fromEntries(new URL(address, "http://localhost").searchParams));
    expect(state).toEqual({ id: 7, with: 3, over: "mrr", pair: { from: "ja", to: "en" }, list: "gap", direction: { from: "en", to: "ja" }, page: 2 });
    expect(decodeURIComponent(evaluationHref(state))).toBe(address);
    expect(evaluationHref(state, { page: 1 }, "findings")).toMatch(/direction=en,ja#findings$/);
  });

  it("takes what an address says wrongly as not said", () => {
    expect(readEvaluationState({ id: "x", with: "0", over: "f1", pair: "ja", list: "all", direction: "a,b,c", page: "-1" })).toEqual({ id: null, with: null, over: "recall1", pair: null, list: "failure", direction: null, page: 1 });
    expect(evaluationHref(readEvaluationState({}))).toBe("/evaluation");
  });
});
