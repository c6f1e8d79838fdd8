import { stringify } from "csv-stringify/sync";
import { Readable } from "node:stream";
import { aboutLine, type ExportRow, type ExportSource } from "./export-source";

/** Without it Excel takes UTF-8 for another encoding. */
const BYTE_ORDER_MARK = true;

/**
 * A table with a header, UTF-8, RFC 4180. The last column, the same in all lines, has the layout's parameters: a file with lines of comments is read by few programs as it is meant.
 * A caption that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function writeCsv(source: ExportSource): Readable {
  const layout = aboutLine(source.about);
  const text = async function* () {
    let columns: string[] | null = null;
    for await (const rows of source.chunks()) {
      const first = columns === null;
      columns ??= columnsOf(rows);
      yield toText(rows.map((row) => ({ ...row, layout })), columns, first);
    }
    if (columns === null) yield toText([], columnsOf([]), true);
  };
  return Readable.from(text());
}

const columnsOf = (rows: readonly ExportRow[]): string[] => ["caption_id", "collection", "image", "language", "caption", "x", "y", ...(rows.some(({ z }) => z !== null) ? ["z"] : []), "layout"];

const toText = (rows: object[], columns: string[], first: boolean): string =>
  stringify(rows, { columns, header: first, bom: first && BYTE_ORDER_MARK, escape_formulas: true, record_delimiter: "windows" });
