import { describe, expect, it } from "vitest";
import { BadRecords } from "./bad-records";

describe("BadRecords", () => {
  it("lets records pass up to the allowed share and stops above it, naming file, record and option", () => {
    const bad = new BadRecords();
    bad.add({ record: 7, reason: "empty_caption", detail: "annotation 7" });
    expect(() => bad.check("x.json", 100, 0.01)).not.toThrow();
    expect(() => bad.check("x.json", 99, 0.01)).toThrow(/x\.json: 1 of 99 records .*empty caption \(record 7: annotation 7\).*--max-bad/);
  });

  it("quotes a few examples of each reason, however many there are", () => {
    const bad = new BadRecords();
    for (let record = 1; record <= 50; record++) bad.add({ record, reason: "nul_character", detail: "x" });
    bad.addMany("unknown_image", 9, [{ record: 1, detail: "image id 5" }]);
    expect(bad.count).toBe(59);
    expect(bad.list().map(({ reason, count, examples }) => [reason, count, examples.length])).toEqual([["nul_character", 50, 3], ["unknown_image", 9, 1]]);
  });
});
