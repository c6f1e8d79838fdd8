import Excel from "exceljs";
import type { Row } from "./csv-table";
import { writableText } from "./writable-text";

/** Characters, of columns with texts and of others. */
const WIDTHS = { text: 48, other: 14 };
const LONG = 20;

interface Workbook {
  sheet: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** Names and values, on a sheet of their own. */
  about: readonly (readonly [string, string | number | null])[];
}

const cell = (value: string | number | null | undefined) => (typeof value === "string" ? writableText(value) : (value ?? null));

/** A workbook with a table and a sheet "about". */
export async function xlsxTable({ sheet: name, columns, rows, about }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  const isLong = (key: string) => rows.some(({ [key]: value }) => typeof value === "string" && value.length > LONG);
  sheet.columns = columns.map((key) => ({ header: key, key, width: isLong(key) ? WIDTHS.text : WIDTHS.other }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRows(rows.map((row) => columns.map((key) => cell(row[key]))));
  workbook.addWorksheet("about").addRows(about.map((line) => line.map(cell)));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
