import { parse } from "csv-parse/sync";
import { excerpt } from "./excerpt";
import { FILE_NAME_FIELDS } from "./file-name";
import { GIVE_CAPTION_FILE } from "./needed-file";

/** Positions of the columns in a row; -1 for a column that is not there. */
export interface CsvColumns {
  imageId: number;
  caption: number;
  captionId: number;
  language: number;
  url: number;
  fileName: number;
}

export interface CsvLayout {
  delimiter: "," | "\t";
  /** Fields in a row. */
  width: number;
  columns: CsvColumns;
}

const MAX_COLUMNS = 1000;

function headerFields(text: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parse(text, { delimiter, to: 1, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
    return (rows[0] ?? []).map((field) => field.trim().toLowerCase());
  } catch {
    return [];
  }
}

function delimiterOf(text: string, name: string): "," | "\t" {
  const line = text.split(/[\r\n]/, 1)[0] ?? "";
  if (line.includes("\t")) return "\t";
  return !line.includes(",") && /\.tsv(\.gz)?$/i.test(name) ? "\t" : ",";
}

function mend(fields: string[], text: string): string {
  const only = fields.length === 1 ? (/[;|]/.exec(fields[0] ?? "")?.[0] ?? null) : null;
  if (only) return `The columns seem to be separated by "${only}": separate them by commas or tabs.`;
  if (fields.length === 1 && /caption/.test(text)) return "Is the delimiter a comma or a tab?";
  return "Rename the columns in the first row.";
}

/** Why a file with these columns is no caption file; null where it is one. */
function refusal(fields: string[], text: string, name: string): string | null {
  const begins = `it begins with "${excerpt(text.slice(0, 60))}"`;
  const missing = ["image_id", "caption"].filter((field) => !fields.includes(field));
  if (missing.length > 0 && /\.json(\.gz)?$/i.test(name)) return `it is not JSON; ${begins}. ${GIVE_CAPTION_FILE}`;
  if (fields.length < 2 && !/\.(csv|tsv)$/i.test(name)) return `it is text that is neither JSON nor CSV; ${begins}.`;
  if (missing.length > 0) {
    const found = fields.slice(0, 12).map(excerpt).join(", ") || "none";
    return `the columns image_id and caption are needed; ${missing.join(" and ")} not found among: ${found}. ${mend(fields, text)}`;
  }
  const twice = ["image_id", "caption"].find((field) => fields.indexOf(field) !== fields.lastIndexOf(field));
  if (twice) return `the column ${twice} stands there twice.`;
  return fields.length > MAX_COLUMNS ? `it has ${fields.length} columns.` : null;
}

/** How a CSV or TSV file that begins with `text` is laid out, or why it is no caption file. */
export function readCsvHeader(text: string, name: string): ({ format: "csv" } & CsvLayout) | { format: null; reason: string } {
  const delimiter = delimiterOf(text, name);
  const fields = headerFields(text, delimiter);
  const reason = refusal(fields, text, name);
  if (reason !== null) return { format: null, reason };
  const at = (field: string) => fields.indexOf(field);
  const fileName = FILE_NAME_FIELDS.map(at).find((column) => column >= 0) ?? -1;
  return { format: "csv", delimiter, width: fields.length, columns: { imageId: at("image_id"), caption: at("caption"), captionId: at("caption_id"), language: at("language"), url: at("url"), fileName } };
}
