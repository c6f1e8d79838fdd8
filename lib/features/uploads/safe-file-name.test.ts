import { describe, expect, it } from "vitest";
import { safeFileName } from "./safe-file-name";

describe("safeFileName", () => {
  it.each([
    ["captions_val2014.json", "captions_val2014.json"],
    ["海の写真 (1).csv", "海の写真 (1).csv"],
    ["../../etc/passwd", "passwd"],
    ["C:\\fakepath\\captions.csv", "captions.csv"],
    ["a\u0000b\u202ecsv.exe\n", "abcsv.exe"],
    ['what? "this".csv', "what_ _this_.csv"],
    ["か\u3099.csv", "が.csv"],
  ])("gives of %j the name %j", (given, name) => {
    expect(safeFileName(given)).toBe(name);
  });

  it.each(["", " ", ".", "..", "captions/", "a/..", "\u0001"])("finds no name in %j", (given) => {
    expect(safeFileName(given)).toBeNull();
  });

  it("shortens a long name to 200 bytes, at a whole character, and keeps its extensions", () => {
    const name = safeFileName(`${"猫".repeat(300)}.json.gz`) ?? "";
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^猫+\.json\.gz$/);
  });
});
