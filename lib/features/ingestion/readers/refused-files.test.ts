import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readAll, readContent, withFile } from "./test-reading";

const captions = JSON.stringify({ images: [{ id: 1 }], annotations: [1, 2, 3].map((id) => ({ id, image_id: 1, caption: `caption number ${id} 日本` })) });

test.each<[string, string, string | Uint8Array, RegExp]>([
  ["an empty file", "a.json", "", /is empty\. Download it again/],
  ["blanks", "a.json", " \n\n", /nothing but blanks/],
  ["an HTML page", "captions.json", "<!DOCTYPE html><p>404", /captions\.json is no caption file: it is an HTML page\. .*download the file itself/],
  ["a PDF", "a.json", "%PDF-1.4 ...", /it is a PDF/],
  ["a PNG image", "a.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /it is a PNG image/],
  ["UTF-16 text", "a.csv", Buffer.from("\ufeffimage_id,caption\n1,a", "utf16le"), /it is UTF-16 text\. Save it as UTF-8/],
  ["Shift_JIS text", "a.csv", Buffer.concat([Buffer.from("image_id,caption\n1,"), Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x0a])]), /not UTF-8 text: byte 19 is invalid/],
  ["plain text", "a.txt", "Once upon a time", /neither JSON nor CSV; it begins with "Once upon/],
  ["plain text under the name of JSON", "a.json", "Once upon a time", /a\.json is no caption file: it is not JSON; it begins with "Once upon a time"\. Give a COCO caption file \(captions_\*\.json\), or CSV, TSV or JSON Lines with/],
  ["text with commas under the name of JSON", "a.json.gz", gzipSync("Once, upon a time, there was a bus\nand a cat"), /it is not JSON; it begins with "Once, upon/],
  ["JSON without annotations", "a.json", '{"images":[],"dataset_name":"x"}', /no list of annotations; it has the keys images, dataset_name\. Give a COCO caption file \(captions_\*\.json\), or CSV, TSV or JSON Lines with the columns image_id and caption\./],
  ["annotations that are no list", "a.json", '{"annotations":{"a":{"caption":"x"}}}', /no list of annotations/],
  ["instances", "a.json", '{"annotations":[{"segmentation":[[1]],"image_id":1,"id":2,"bbox":[]}]}', /object outlines \(instances\), no captions/],
  ["keypoints", "a.json", '{"annotations":[{"segmentation":[],"keypoints":[1],"image_id":1}]}', /person keypoints/],
  ["annotations of another kind", "a.json", '{"annotations":[{"image_id":1,"label":"x"}]}', /have no caption; they have the keys image_id, label\. Give a COCO caption file/],
  ["a text that begins with a bracket", "settings", '[section "a"]\n\tpath = b\n', /it is text that is neither JSON nor CSV/],
  ["a JSON list", "a.json", '[{"image_id":1,"caption":"a"}]', /its JSON is a list/],
  ["JSON lines of another kind", "a.jsonl", '{"a":1}\n{"a":2}\n', /JSON lines have the keys a/],
  ["Shift_JIS in JSON", "a.json", Buffer.concat([Buffer.from('{"images":[],"info":{"description":"'), Buffer.from([0x93, 0xfa, 0x96, 0x7b]), Buffer.from('"}}')]), /a\.json cannot be read: it is not valid JSON at byte \d+ \(invalid UTF-8\)/],
  ["two documents", "a.json", `${captions}${captions}`, /is not valid JSON, after caption 3, at byte/],
  ["a comma too many", "a.json", '{"annotations":[{"image_id":1,"caption":"a"},]}', /not valid JSON, after caption 1, at byte 45/],
  ["a deep nest", "a.json", `{"x":${"[".repeat(100)}`, /nested more than 64 deep/],
  ["an entry without end", "a.json", `{"annotations":[{"image_id":1,"caption":"${"x".repeat(17e6)}`, /a\.json cannot be read: one entry, or the blanks before it, is longer than 16 MB, after byte 15\. Give/],
  ["an entry without end after others", "a.json", `{"annotations":[{"image_id":1,"caption":"a"},${" ".repeat(17e6)}`, /cannot be read on after caption 1: one entry, or the blanks before it, is longer than 16 MB, after byte 44\. Mend/],
  ["CSV without its columns", "a.csv", "image,text,extra\n1,a,b\n", /image_id and caption not found among: image, text, extra\. Rename/],
  ["CSV with semicolons", "a.csv", "image_id;caption\n1;a\n", /separated by ";": separate them by commas or tabs/],
  ["CSV with a column twice", "a.csv", "image_id,caption,caption\n1,a,b\n", /caption stands there twice/],
  ["CSV with an open quote", "a.csv", 'image_id,caption\n1,a\n2,"b\n3,c\n', /after row 1\. A quote that opens in row 2 or later is never closed/],
  ["a line without end", "a.jsonl", `{"image_id":1,"caption":"a"}\n{"caption":"${"x".repeat(17e6)}`, /line longer than 16 MB/],
  ["gzip of nothing", "a.json.gz", gzipSync(""), /it is an empty file/],
  ["gzip in gzip", "a.json.gz", gzipSync(gzipSync(captions)), /it is a gzip file\. Archives inside archives/],
])("%s is refused in plain words", async (_what, name, content, message) => {
  await expect(readContent(name, content)).rejects.toMatchObject({ name: "AppError", code: "bad_input", message: expect.stringMatching(message) as string });
});

test("JSON cut off at any byte is refused, naming the byte and the caption", async () => {
  const bytes = Buffer.from(captions);
  for (let length = 1; length < bytes.length; length += 1) await expect(readContent("captions.json", bytes.subarray(0, length))).rejects.toThrow(/cut off/);
  const cut = readContent("captions.json", captions.slice(0, captions.indexOf("number 3")));
  await expect(cut).rejects.toThrow(/captions\.json ends in the middle, after caption 2, at byte \d+: it is cut off\. Download it again/);
});

test("gzip that is cut off or whose checksum is wrong is refused", async () => {
  const packed = gzipSync(captions);
  await expect(readContent("a.json.gz", packed.subarray(0, packed.length - 12))).rejects.toThrow(/a\.json\.gz ends in the middle: it is cut off/);
  const wrong = Buffer.from(packed);
  wrong.writeUInt8(wrong.readUInt8(wrong.length - 8) ^ 1, wrong.length - 8);
  await expect(readContent("a.json.gz", wrong)).rejects.toThrow(/a\.json\.gz is damaged \(incorrect data check\)/);
});

test("what unpacks past the limits is refused, counted by real bytes", async () => {
  const blanks = gzipSync(`{"annotations":[${" ".repeat(12e6)}]}`);
  await expect(readContent("a.json.gz", blanks)).rejects.toThrow(/more than 200 times its size/);
  expect(await readContent("a.json.gz", blanks, { limits: { maxRatio: 5000 } })).toMatchObject({ captions: [] });
  await expect(readContent("a.json.gz", gzipSync(captions), { limits: { maxBytes: 50 } })).rejects.toThrow(/more than 50 bytes/);
  await expect(readContent("a.json", captions, { limits: { maxBytes: 50 } })).rejects.toThrow(/more than 50 bytes/);
});

test("a small file that unpacks to 300 MB of blanks is refused for its ratio", async () => {
  const blanks = gzipSync(Buffer.concat([Buffer.from('{"annotations":['), Buffer.alloc(300e6, " "), Buffer.from("]}")]), { level: 1 });
  await expect(readContent("a.json.gz", blanks)).rejects.toThrow(/a\.json\.gz unpacks to more than 200 times its size/);
});

test("a missing file, a folder and a device are refused", async () => {
  await expect(readAll("/nowhere/captions.json")).rejects.toThrow(/There is no file \/nowhere\/captions\.json\. Check the path/);
  await expect(readAll(tmpdir())).rejects.toThrow(/is a folder/);
  await expect(readAll("/dev/null")).rejects.toThrow(/no regular file/);
  await expect(withFile("a.json", "{}", (filePath) => readAll(path.join(filePath, "b.json")))).rejects.toThrow(/There is no file/);
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read is refused (not as root, who may read everything)", async () => {
  await withFile("a.json", captions, async (filePath) => {
    await chmod(filePath, 0);
    await expect(readAll(filePath)).rejects.toThrow(/may not be read by this user/);
  });
});
