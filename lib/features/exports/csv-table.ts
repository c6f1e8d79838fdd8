import { stringify } from "csv-stringify/sync";

/** A table of its own kind. */
export type Row = Record<string, string | number | null>;

/** UTF-8 with a mark by which Excel knows it, RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. @param columns those of a table that may be empty */
export const csvTable = (rows: readonly Row[], columns?: readonly string[]): string =>
  stringify([...rows], { columns: columns && [...columns], header: true, bom: true, escape_formulas: true, record_delimiter: "windows" });
