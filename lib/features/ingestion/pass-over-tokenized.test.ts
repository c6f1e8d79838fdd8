import { expect, it } from "vitest";
import { passOverTokenized } from "./pass-over-tokenized";
import type { StagedFile } from "./stage-file";

function staged(name: string, tokenized: boolean, label = name): StagedFile {
  const info = { description: null, licence: null, url: null, sha256: "", listsImages: false, collection: null, tokenized };
  return { at: { jobId: 1, part: 0 }, name, label, info, records: 1, captions: 1, languages: { ja: 1 }, languageFrom: "detection", skipped: [] };
}

it("a tokenized file beside its plain one is left out, in either order, from an archive too", () => {
  const [plain, twin] = [staged("val.json", false, "stair.tar.gz › val.json"), staged("val_tokenized.json", true)];
  for (const files of [[plain, twin], [twin, plain]]) {
    expect(passOverTokenized(files)).toEqual({ files: [plain], repeated: [{ name: "val_tokenized.json", reason: "it holds the captions of stair.tar.gz › val.json again, split into words." }] });
  }
});

it("a tokenized file stays where the plain one is missing, and so does one that only its name calls tokenized", () => {
  for (const files of [[staged("val_tokenized.json", true), staged("train.json", false)], [staged("val.json", false), staged("val_tokenized.json", false)]]) {
    expect(passOverTokenized(files)).toEqual({ files, repeated: [] });
  }
});
