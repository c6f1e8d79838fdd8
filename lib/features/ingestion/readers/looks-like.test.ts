import { expect, test } from "vitest";
import { looksLike } from "./looks-like";

const utf16le = (text: string) => Buffer.from(text, "utf16le");

test.each([
  ["an HTML page", Buffer.from("\n<!DOCTYPE html><html><title>404</title>")],
  ["an HTML page", Buffer.from("\ufeff<html lang=en>")],
  ["an XML document", Buffer.from('<?xml version="1.0"?><Error><Code>AccessDenied</Code>')],
  ["a PDF", Buffer.from("%PDF-1.7\n")],
  ["a PNG image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ["a JPEG image", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ["a zip archive", Buffer.from("PK\x03\x04")],
  ["a gzip file", Buffer.from([0x1f, 0x8b, 8])],
  ["a Parquet file", Buffer.from("PAR1....")],
  ["UTF-16 text", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le("image_id,caption")])],
  ["UTF-16 text", utf16le('{"annotations":[]}')],
  ["UTF-16 text", utf16le('{"annotations":[]}').swap16()],
  ["binary data", Buffer.from([1, 2, 3, 4, 0x91, 0x12, 0, 7])],
  ["a Git LFS pointer, not the file it points to", Buffer.from("version https://git-lfs.github.com/spec/v1\n")],
  ["an empty file", Buffer.alloc(0)],
])("%s is known by its first bytes", (kind, head) => {
  expect(looksLike(head)).toBe(kind);
});

test.each([["{}"], ["image_id,caption\n1,a\n"], ["image_id,caption\n1,赤いバスが止まっている。\n"], ["5 < 6"], [`image_id,caption\n1,${"a dog ".repeat(40)}\0\n`]])("text that may hold records is left open: %j", (text) => {
  expect(looksLike(Buffer.from(text))).toBeNull();
});
