import { expect, it } from "vitest";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { presentIngestSummary } from "./ingest-summary";

const summary: IngestSummary = {
  sources: [
    {
      source: "stair_captions.json",
      collection: "coco",
      languages: { ja: 1200, und: 3 },
      languageFrom: "detection",
      captions: 1203,
      new: 1000,
      changed: 3,
      unchanged: 200,
      absent: 7,
      skipped: [{ reason: "empty_caption", count: 2, examples: [{ record: 17, detail: 'caption ""' }] }],
    },
  ],
  skippedMembers: [{ name: "instances_val2014.json", reason: "it has no captions" }],
  embedded: 1003,
  embeddedPerSecond: 871.3,
  generation: "20261124-100000-abc",
  newGeneration: true,
  captionsInIndex: 1203,
  model: { id: "kotomap-ja-en-v1", dimensions: 384 },
  device: "cpu",
  deviceChoice: null,
  notices: [],
  seconds: 75.2,
};

it("tells what an ingest found, skipped and made", () => {
  expect(presentIngestSummary(summary)).toBe(`stair_captions.json → collection coco
  captions   1,203: 1,000 new, 3 changed, 200 unchanged
  languages  ja (Japanese) 1,200, und (unknown) 3, detected
  absent     7 of an earlier import, kept
  skipped    2 × empty caption
               record 17: caption ""

Passed over instances_val2014.json: it has no captions
Embedded   1,003 captions, 871/s on cpu (kotomap-ja-en-v1, 384 dimensions)
Index      generation 20261124-100000-abc, new, 1,203 captions
Took       1 min 15 s`);
});

it("says that the index stayed where nothing was new", () => {
  const text = presentIngestSummary({ ...summary, sources: [], skippedMembers: [], embedded: 0, embeddedPerSecond: null, newGeneration: false });
  expect(text).toContain("Embedded   0 captions (kotomap-ja-en-v1");
  expect(text).toContain("generation 20261124-100000-abc, as before");
});

it("names what was passed over for one reason on one line", () => {
  const members = Array.from({ length: 1207 }, (_, index) => ({ name: `${index}.perl`, reason: `it is text; it begins with "${index}".` }));
  const text = presentIngestSummary({ ...summary, skippedMembers: [...members, { name: "a.json", reason: "it is empty." }, { name: "b.sh", reason: 'it is odd; it begins with "b".' }] });
  expect(text).toContain("\nPassed over 0.perl, 1.perl, 2.perl, 3.perl, 4.perl, 5.perl, 6.perl, 7.perl, 8.perl, 9.perl and 1,197 more: it is text.\nPassed over a.json: it is empty.\nPassed over b.sh: it is odd; it begins with \"b\".\n");
});
