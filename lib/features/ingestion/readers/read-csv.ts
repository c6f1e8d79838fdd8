import { Readable, pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { AppError } from "@/lib/core/errors";
import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { ChunkCollector } from "./chunk-collector";
import type { CsvLayout } from "./csv-header";
import { excerpt } from "./excerpt";
import type { ReadContext } from "./file-reader";
import { RowRecords } from "./row-record";

// A quote that is never closed would otherwise gather the rest of the file.
const MAX_ROW_CHARACTERS = 1e6;

function csvParser(layout: CsvLayout) {
  return parse({
    bom: true,
    delimiter: layout.delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
  });
}

function csvFault(error: unknown, label: string): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Math.max(0, Number(error.records) - 1);
  const mend = /QUOTE|MAX_RECORD/.test(error.code) ? `A quote that opens in row ${row + 1} or later is never closed, or the file is cut off` : excerpt(error.message);
  return new AppError("bad_input", `${label} cannot be read on after row ${row}. ${mend}.`, { cause: error });
}

/** Reads CSV or TSV whose first row names the columns. */
export async function* readCsv(bytes: ByteStream, context: ReadContext, layout: CsvLayout): AsyncGenerator<CaptionFileChunk> {
  const collector = new ChunkCollector();
  const rows = new RowRecords(collector, context.limits);
  const { columns, width } = layout;
  // pipeline hands a failure of the bytes on to the parser, where the loop meets it.
  const parser = pipeline(Readable.from(bytes, { objectMode: false }), csvParser(layout), () => undefined);
  let row = -1;
  try {
    for await (const fields of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row === 0) continue;
      if (fields.length !== width) collector.caption({ record: row, reason: "bad_record", detail: `${fields.length} columns, not ${width}: ${excerpt(fields.join(layout.delimiter))}` });
      else rows.add({ imageId: fields[columns.imageId], captionId: fields[columns.captionId], caption: fields[columns.caption], language: fields[columns.language], url: fields[columns.url], fileName: fields[columns.fileName] }, row);
      yield* collector.takeFull();
    }
  } catch (error) {
    throw csvFault(error, context.label);
  }
  yield* collector.takeAll();
}
