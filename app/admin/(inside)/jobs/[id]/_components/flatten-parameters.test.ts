import { describe, expect, it } from "vitest";
import { flattenParameters } from "./flatten-parameters";

describe("flattenParameters", () => {
  it("opens groups, keeps lists together and leaves out what was not said", () => {
    const parameters = { files: ["a.json", "b.csv"], collection: null, maxBadShare: 0.1, encoder: { device: "cpu", settings: {} }, selection: { languages: [] }, full: false };
    expect(flattenParameters(parameters)).toEqual([
      { name: "files", values: ["a.json", "b.csv"] },
      { name: "maxBadShare", values: ["0.1"] },
      { name: "device", values: ["cpu"] },
      { name: "full", values: ["false"] },
    ]);
  });

  it.each([null, undefined, {}, []])("gives nothing for %j", (parameters) => {
    expect(flattenParameters(parameters)).toEqual([]);
  });
});
