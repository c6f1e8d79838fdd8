import { readCsvHeader, type CsvLayout } from "./csv-header";
import { flickrLayoutOf, type FlickrLayout } from "./flickr-line";
import { namesImages } from "./image-list";
import { isObject } from "./json-value";
import { missingImages, readLineFileName } from "./line-file-name";
import { looksLike } from "./looks-like";

/** Kinds of files that may be of use for the captions beside them in an archive. */
export type OtherKind = "gzip" | "image list";

/** `reason` reads on from "… is no caption file: ". */
export type Format = { format: "coco" } | { format: "json-lines" } | ({ format: "csv" } & CsvLayout) | { format: "flickr"; layout: FlickrLayout } | { format: null; reason: string; kind?: OtherKind };

/** Enough for the header of a CSV file or the first line of JSON Lines. */
export const HEAD_BYTES = 64 * 1024;

const NESTED = "Archives inside archives are not opened: unpack it yourself.";

const MENDS: Record<string, string> = {
  "an HTML page": "The download probably gave an error or log-in page: download the file itself.",
  "UTF-16 text": "Save it as UTF-8.",
  "an empty file": "Download it again.",
  "a zip archive": NESTED,
  "a tar archive": NESTED,
  "a gzip file": NESTED,
};

function firstLine(text: string): string | null {
  const end = text.search(/[\r\n]/);
  return end < 0 ? null : text.slice(0, end);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const has = (object: Record<string, unknown>, ...keys: string[]) => keys.some((key) => key in object);

function jsonFormat(text: string, name: string): Format {
  const line = firstLine(text);
  const record = parseObject(line ?? text);
  const lines = /\.(jsonl|ndjson)$/i.test(name) || (line !== null && record !== null && text.slice(line.length).trimStart().startsWith("{"));
  if (record && has(record, "annotations", "images", "info")) return { format: "coco" };
  if (record && has(record, "caption", "image_id")) return { format: "json-lines" };
  if (!lines) return { format: "coco" };
  if (!record) return { format: "json-lines" };
  return { format: null, reason: `its JSON lines have the keys ${Object.keys(record).slice(0, 12).join(", ")}, but image_id and caption are needed. Rename them.` };
}

function linesFormat(text: string, name: string): Format {
  const layout = flickrLayoutOf(text);
  if (layout) return { format: "flickr", layout };
  if (namesImages(text)) return { format: null, reason: "it is a list of image names, no captions. The captions are in files beside it.", kind: "image list" };
  const csv = readCsvHeader(text, name);
  const lines = csv.format === null ? readLineFileName(name) : null;
  return lines ? { format: null, reason: missingImages(lines.split) } : csv;
}

/**
 * What kind of caption file begins with `head` (its first 64 KB, or all of it). The content decides; the name only
 * where the content leaves it open.
 */
export function detectFormat(head: Buffer, name: string): Format {
  const kind = looksLike(head);
  if (kind) return { format: null, reason: `it is ${kind}. ${MENDS[kind] ?? "Captions come as COCO JSON, JSON Lines, CSV or TSV."}`, kind: kind === "a gzip file" ? "gzip" : undefined };
  const text = head.toString("utf8").replace(/^\ufeff/, "").trimStart();
  if (text === "") return { format: null, reason: "it holds nothing but blanks. Download it again." };
  if (text.startsWith("{")) return jsonFormat(text, name);
  if (/^\[\s*[[{"\d\]-]/.test(text)) return { format: null, reason: "its JSON is a list. COCO caption JSON is an object with images and annotations; a list can be given as JSON Lines, one object a line." };
  if (/\.(jsonl|ndjson)$/i.test(name)) return { format: "json-lines" };
  return linesFormat(text, name);
}
