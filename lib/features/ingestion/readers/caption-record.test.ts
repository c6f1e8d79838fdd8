import { expect, test } from "vitest";
import { readCaption, type RawCaption } from "./caption-record";
import { DEFAULT_LIMITS } from "./read-limits";

const good: RawCaption = { imageId: 7, captionId: 1, caption: "A red bus.", language: undefined };
const read = (changes: Partial<RawCaption>) => readCaption({ ...good, ...changes }, 3, DEFAULT_LIMITS);

test.each<[string, Partial<RawCaption>]>([
  ["no_caption", { caption: undefined }],
  ["no_caption", { caption: null }],
  ["caption_not_text", { caption: 5 }],
  ["caption_not_text", { caption: ["A red bus."] }],
  ["empty_caption", { caption: "" }],
  ["empty_caption", { caption: " \u3000\n\t" }],
  ["empty_caption", { caption: "\u200b\u200b" }],
  ["caption_too_long", { caption: "a".repeat(2001) }],
  ["caption_too_long", { caption: "a".repeat(100_000) }],
  ["lone_surrogate", { caption: "a bus \ud83d" }],
  ["lone_surrogate", { caption: "\ude00 a bus" }],
  ["nul_character", { caption: "a\0bus" }],
  ["no_image_id", { imageId: undefined }],
  ["no_image_id", { imageId: null }],
  ["no_image_id", { imageId: "  " }],
  ["bad_record", { imageId: 1.5 }],
  ["bad_record", { imageId: { id: 1 } }],
  ["bad_record", { imageId: "x".repeat(201) }],
  ["bad_record", { imageId: "a\nb" }],
  ["bad_record", { imageId: "." }],
  ["bad_record", { imageId: " .. " }],
  ["bad_record", { captionId: true }],
  ["bad_language", { language: "japanese" }],
  ["bad_language", { language: "ja_JP" }],
  ["bad_language", { language: 3 }],
])("%s: %j is passed over", (reason, changes) => {
  const result = read(changes);
  expect(result).toMatchObject({ record: 3, reason });
  expect("detail" in result && result.detail.length > 0 && result.detail.length <= 200).toBe(true);
});

test("a caption is trimmed and put on one line, and is otherwise as given", () => {
  expect(read({ caption: "\u3000 A  red\r\n\tbus\u2028<b>🚌</b> " })).toMatchObject({ text: "A  red bus <b>🚌</b>" });
});

test("a caption of exactly the longest length is kept", () => {
  expect(read({ caption: "あ".repeat(2000) })).toHaveProperty("text", "あ".repeat(2000));
});

test("ids keep every digit, as numbers, bigints or text", () => {
  expect(read({ imageId: 4_799_214_285, captionId: 9_007_199_254_740_993n })).toMatchObject({ imageExternalId: "4799214285", externalId: "9007199254740993" });
  expect(read({ imageId: " 00042 ", captionId: "" })).toMatchObject({ imageExternalId: "00042", externalId: null });
});

test("a language tag is given in its canonical form", () => {
  expect(read({ language: "JA-jp" })).toHaveProperty("language", "ja-JP");
  expect(read({ language: "" })).toHaveProperty("language", null);
});

test("details show no control characters or half characters", () => {
  expect(read({ imageId: "\x1b[31m\ud83d" })).toMatchObject({ detail: "image id that cannot be used:  [31m\ufffd" });
});

test("dots alone are refused as image ids, naming them, and are fine as caption ids", () => {
  expect(read({ imageId: ".." })).toEqual({ record: 3, reason: "bad_record", detail: "image id that cannot be used: .." });
  expect(read({ imageId: "...", captionId: "." })).toMatchObject({ imageExternalId: "...", externalId: "." });
});
