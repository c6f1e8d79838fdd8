import { stringify } from "csv-stringify/sync";

/** A line of a table, by the names of its columns. */
export type Row = Record<string, string | number | null>;

/** UTF-8 with a mark by which Excel knows it, RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
export const csvTable = (rows: readonly Row[]): string => stringify([...rows], { header: true, bom: true, escape_formulas: true, record_delimiter: "windows" });
