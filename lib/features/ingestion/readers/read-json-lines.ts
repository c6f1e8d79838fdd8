import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { ChunkCollector } from "./chunk-collector";
import { parseExactly } from "./exact-json";
import { excerpt } from "./excerpt";
import { FILE_NAME_FIELDS } from "./file-name";
import type { ReadContext } from "./file-reader";
import { isObject } from "./json-value";
import { RowRecords } from "./row-record";
import { textLines } from "./text-lines";

const inexact = (id: unknown) => typeof id === "number" && !Number.isSafeInteger(id);

const fileNameIn = (row: Record<string, unknown>) => FILE_NAME_FIELDS.map((field) => row[field]).find((value) => value !== undefined && value !== null);

function parseLine(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (!isObject(value)) return null;
    // The slower parser only where digits would be lost.
    return inexact(value.image_id) || inexact(value.caption_id) ? (parseExactly(line) as Record<string, unknown>) : value;
  } catch {
    return null;
  }
}

/** Reads JSON Lines: one object a line with image_id and caption, perhaps caption_id, language, url and file_name. */
export async function* readJsonLines(bytes: ByteStream, context: ReadContext): AsyncGenerator<CaptionFileChunk> {
  const collector = new ChunkCollector();
  const rows = new RowRecords(collector, context.limits);
  let record = 0;
  for await (const lines of textLines(bytes, context.label)) {
    for (const line of lines) {
      if (line.trim() === "") continue;
      record += 1;
      const row = parseLine(line);
      if (row) rows.add({ imageId: row.image_id, captionId: row.caption_id, caption: row.caption, language: row.language, url: row.url, fileName: fileNameIn(row) }, record);
      else collector.caption({ record, reason: "bad_record", detail: `not a JSON object: ${excerpt(line)}` });
    }
    yield* collector.takeFull();
  }
  yield* collector.takeAll();
}
