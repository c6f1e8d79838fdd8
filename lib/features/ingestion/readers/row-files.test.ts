import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readContent } from "./test-reading";

const rows = (file: { captions: { imageExternalId: string; text: string }[] }) => file.captions.map(({ imageExternalId, text }) => [imageExternalId, text]);

test("CSV: byte order mark, quotes, line breaks in quotes, mixed line ends and blank lines", async () => {
  const file = await readContent("a.csv", '\ufeff"image_id","caption"\r\n1,"a ""red"", big\nbus"\r\n\r\n2,plain\n3,5" pipe');
  expect(rows(file)).toEqual([["1", 'a "red", big bus'], ["2", "plain"], ["3", '5" pipe']]);
  expect(file.bad).toEqual([]);
  expect(file.info.listsImages).toBe(false);
});

test("CSV: columns in any order and case; caption_id, language and url are used, others are not", async () => {
  const file = await readContent("a.csv", "Caption,other,IMAGE_ID,caption_id,language,url\na bus,x,1,c1,EN-us,http://a.example/1.jpg\nanother,x,1,c2,,http://a.example/1.jpg\nthird,x,2,c3,,javascript:1\n");
  expect(file.captions).toEqual([
    { record: 1, externalId: "c1", imageExternalId: "1", text: "a bus", language: "en-US" },
    { record: 2, externalId: "c2", imageExternalId: "1", text: "another", language: null },
    { record: 3, externalId: "c3", imageExternalId: "2", text: "third", language: null },
  ]);
  expect(file.images).toEqual([{ externalId: "1", url: "http://a.example/1.jpg", originalUrl: null, fileName: null, width: null, height: null, licence: null }]);
});

test("CSV: rows that cannot be used are counted", async () => {
  const file = await readContent("a.csv", `image_id,caption,language\n1,ok,\n2\n3,a,b,c\n,no image,\n4,,\n5,x,english\n6,a\0b,\n7,${"y".repeat(2001)},\n8,ok,ja\n`);
  expect(rows(file)).toEqual([["1", "ok"], ["8", "ok"]]);
  expect(file.bad.map(({ record, reason }) => [record, reason])).toEqual([[2, "bad_record"], [3, "bad_record"], [4, "no_image_id"], [5, "empty_caption"], [6, "bad_language"], [7, "nul_character"], [8, "caption_too_long"]]);
});

test("TSV is known by its tabs, whatever its name", async () => {
  expect(rows(await readContent("a.txt", "image_id\tcaption\n1\ta, b\n"))).toEqual([["1", "a, b"]]);
});

test("CSV packed by gzip is read under its unpacked name", async () => {
  const file = await readContent("a.csv.gz", gzipSync("image_id,caption\n1,a bus\n"));
  expect(rows(file)).toEqual([["1", "a bus"]]);
  expect(file).toMatchObject({ name: "a.csv", label: "a.csv.gz" });
});

test("JSON Lines: objects a line, with blank lines, CRLF and a byte order mark", async () => {
  const file = await readContent("a.jsonl", '\ufeff{"image_id":1,"caption":"a bus"}\r\n\r\n{"image_id":"2","caption":"b","caption_id":5,"language":"ja","url":"/sample/2.svg"}');
  expect(file.captions).toEqual([
    { record: 1, externalId: null, imageExternalId: "1", text: "a bus", language: null },
    { record: 2, externalId: "5", imageExternalId: "2", text: "b", language: "ja" },
  ]);
  expect(file.images.map(({ externalId, url }) => [externalId, url])).toEqual([["2", "/sample/2.svg"]]);
});

test("JSON Lines: a line that is no JSON object is counted, the first line too", async () => {
  const file = await readContent("a.jsonl", 'oops\n{"image_id":1,"caption":"a"}\n[1]\n{"image_id":1,\n{"image_id":2}\n');
  expect(rows(file)).toEqual([["1", "a"]]);
  expect(file.bad.map(({ record, reason }) => [record, reason])).toEqual([[1, "bad_record"], [3, "bad_record"], [4, "bad_record"], [5, "no_caption"]]);
});

test("JSON Lines: ids past 2^53 keep every digit", async () => {
  const file = await readContent("a.json", '{"image_id":9007199254740993,"caption":"a \\u3042"}\n');
  expect(rows(file)).toEqual([["9007199254740993", "a あ"]]);
});

test.each(["file_name", "FileName", "file"])("CSV: the column %s gives the pictures' file names, with or without url", async (column) => {
  const file = await readContent("a.csv", `image_id,caption,url,${column}\n1,a,,val/1.jpg\n1,b,,val/1.jpg\n2,c,/2.svg,2.jpg\n3,d,,../3.jpg\n4,e,,\n`);
  expect(file.images.map(({ externalId, url, fileName }) => [externalId, url, fileName])).toEqual([["1", null, "val/1.jpg"], ["2", "/2.svg", "2.jpg"]]);
  expect(file.captions).toHaveLength(5);
});

test("TSV and JSON Lines: file names are taken too", async () => {
  expect((await readContent("a.tsv", "image_id\tcaption\tfilename\n1\ta\t1.jpg\n")).images).toMatchObject([{ externalId: "1", url: null, fileName: "1.jpg" }]);
  const lines = [{ file_name: "1.jpg" }, { file_name: null, filename: "2.jpg" }, { file: "3.jpg", url: "/3.svg" }, { file: "/etc/passwd" }, { file: 5 }];
  const file = await readContent("a.jsonl", lines.map((line, index) => JSON.stringify({ image_id: index + 1, caption: "a", ...line })).join("\n"));
  expect(file.images.map(({ externalId, url, fileName }) => [externalId, url, fileName])).toEqual([["1", null, "1.jpg"], ["2", null, "2.jpg"], ["3", "/3.svg", "3.jpg"]]);
});
