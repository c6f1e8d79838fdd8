import { stringify } from "csv-stringify";
import { pipeline, Readable } from "node:stream";
import { aboutLine, type ExportSource } from "./export-source";

/** Without it Excel takes UTF-8 for another encoding. */
const BYTE_ORDER_MARK = true;

/**
 * A table with a header, UTF-8, RFC 4180. The last column, the same in all lines, has the layout's parameters: a file with lines of comments is read by few programs as it is meant.
 * A caption that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function writeCsv(source: ExportSource): Readable {
  const layout = aboutLine(source.about);
  const lines = async function* () {
    for await (const rows of source.chunks()) for (const { z, ...row } of rows) yield { ...row, ...(z !== null && { z }), layout };
  };
  const csv = stringify({ header: true, bom: BYTE_ORDER_MARK, escape_formulas: true, record_delimiter: "windows" });
  // Whoever reads the stream is told of errors.
  return pipeline(Readable.from(lines()), csv, () => undefined);
}
