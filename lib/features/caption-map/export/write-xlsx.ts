import { PassThrough, type Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import Excel from "exceljs";
import { AppError } from "@/lib/core/errors";
import { writableText } from "@/lib/features/exports/writable-text";
import type { ExportSource } from "./export-source";

/** Rows of a sheet, less the header. */
export const MOST_ROWS = 1_048_575;

const COLUMNS = [
  { header: "caption_id", key: "caption_id", width: 12 },
  { header: "collection", key: "collection", width: 14 },
  { header: "image", key: "image", width: 14 },
  { header: "language", key: "language", width: 10 },
  { header: "caption", key: "caption", width: 64 },
  { header: "x", key: "x", width: 12 },
  { header: "y", key: "y", width: 12 },
];

/**
 * A workbook with the sheets "captions" and "layout", written as it is read: memory does not grow with it.
 * @throws AppError `invalid_parameter` for more rows than a sheet has
 */
export function writeXlsx(source: ExportSource): Readable {
  if (source.rows > MOST_ROWS) throw new AppError("invalid_parameter", `${source.rows} captions are more than an Excel sheet has rows (${MOST_ROWS}). Take format=csv, or choose an area.`, { field: "format" });
  const stream = new PassThrough();
  fillWorkbook(source, stream).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}

async function fillWorkbook(source: ExportSource, stream: PassThrough): Promise<void> {
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const captions = workbook.addWorksheet("captions", { views: [{ state: "frozen", ySplit: 1 }] });
  let columns = COLUMNS;
  let begun = false;
  const begin = (has3: boolean) => {
    columns = has3 ? [...COLUMNS, { header: "z", key: "z", width: 12 }] : COLUMNS;
    captions.columns = columns;
    captions.getRow(1).font = { bold: true };
    begun = true;
  };
  for await (const rows of source.chunks()) {
    if (!begun) begin(rows.some(({ z }) => z !== null));
    for (const row of rows) captions.addRow({ ...row, caption: row.caption === null ? null : writableText(row.caption) }).commit();
    if (stream.writableNeedDrain) await drained(stream);
    if (stream.destroyed) throw new Error("The download was given up.");
    await nextTurn();
  }
  if (!begun) begin(false);
  captions.commit();
  const layout = workbook.addWorksheet("layout");
  layout.columns = [{ header: "name", key: "name", width: 24 }, { header: "value", key: "value", width: 48 }];
  layout.getRow(1).font = { bold: true };
  for (const [name, value] of Object.entries(source.about)) layout.addRow({ name, value }).commit();
  layout.commit();
  await workbook.commit();
}

/** Until what is written was taken, or nobody takes it any more. */
function drained(stream: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}
