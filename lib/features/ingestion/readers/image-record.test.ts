import { expect, test } from "vitest";
import { readImage, readLicence } from "./image-record";
import { readImageUrl } from "./image-url";

const none = new Map<string, string>();

test.each(["http://images.cocodataset.org/val2014/a.jpg", "https://example.org/写真.jpg?x=1", "/sample/x.svg"])("%s may be shown", (url) => {
  expect(readImageUrl(` ${url} `)).toBe(url);
});

test.each(["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd", "//evil.example/x", "/\\evil.example/x", "ftp://example.org/x", "x.jpg", "http://", "https://a b/", "", 7, null])("%j is no picture address", (url) => {
  expect(readImageUrl(url)).toBeNull();
});

test("a COCO image gives its addresses, size, file name and licence name", () => {
  const image = { id: 9, coco_url: "http://a.example/9.jpg", url: "http://b.example/9.jpg", flickr_url: "http://c.example/9.jpg", file_name: "9.jpg", width: 640, height: 480, license: 3 };
  expect(readImage(image, new Map([["3", "Attribution License"]]))).toEqual({ externalId: "9", url: "http://a.example/9.jpg", originalUrl: "http://c.example/9.jpg", fileName: "9.jpg", width: 640, height: 480, licence: "Attribution License" });
});

test("what an image does not say, or says wrongly, is null", () => {
  const nothing = { externalId: "x", url: null, originalUrl: null, fileName: null, width: null, height: null, licence: null };
  expect(readImage({ id: "x" }, none)).toEqual(nothing);
  expect(readImage({ id: "x", coco_url: "javascript:1", file_name: 5, width: -1, height: "480", license: {} }, none)).toEqual(nothing);
});

test("an address that cannot be used gives way to the plain url", () => {
  expect(readImage({ id: 1, coco_url: "//x", url: "/sample/1.svg" }, none)).toHaveProperty("url", "/sample/1.svg");
});

test.each(["../../etc/passwd", "/etc/passwd", "a/../../b.jpg", "C:\\x.jpg", "a\nb.jpg"])("the file name %j, which leads elsewhere, is dropped", (file_name) => {
  expect(readImage({ id: 1, file_name }, none)).toHaveProperty("fileName", null);
});

test.each([null, 5, {}, { id: null }, { id: "" }, { id: 0.5 }, { id: "." }, { id: ".." }])("%j is no image", (value) => {
  expect(readImage(value, none)).toBeNull();
});

test("a licence is known by its name, else by its address", () => {
  expect(readLicence({ id: 1, name: "CC BY", url: "http://x" })).toEqual(["1", "CC BY"]);
  expect(readLicence({ id: 1, name: " ", url: "http://x" })).toEqual(["1", "http://x"]);
  expect(readLicence({ id: 1 })).toBeNull();
});
