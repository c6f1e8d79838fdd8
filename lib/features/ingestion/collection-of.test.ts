import { expect, it } from "vitest";
import type { IngestRequest } from "./ingest-types";
import type { StagedFile } from "./stage-file";
import { collectionOf } from "./store-files";

const request: IngestRequest = { files: [], collection: null, language: null, maxBadShare: 0, imagesDir: null };

function staged(info: Partial<StagedFile["info"]>): StagedFile {
  const about = { description: null, licence: null, url: null, sha256: "", listsImages: false, collection: null, tokenized: false, ...info };
  return { at: { jobId: 1, part: 0 }, name: "my captions.json", label: "", info: about, records: 1, captions: 1, languages: {}, languageFrom: "detection", skipped: [] };
}

it("the caller names the collection, else the file's kind does, else its list of images, else its name", () => {
  const flickr = staged({ collection: "flickr30k", listsImages: true });
  expect(collectionOf(flickr, { ...request, collection: "mine" })).toBe("mine");
  expect(collectionOf(flickr, request)).toBe("flickr30k");
  expect(collectionOf(staged({ listsImages: true }), request)).toBe("coco");
  expect(collectionOf(staged({}), request)).toBe("my-captions");
});
