import Excel from "exceljs";
import { z } from "zod";
import { csvTable, type Row } from "@/lib/features/exports/csv-table";
import { writableText } from "@/lib/features/exports/writable-text";
import { compareSentences } from "./compare-sentences";
import { comparisonQuerySchema, requestOf } from "./comparison-request";
import type { Comparison } from "./comparison-types";
import { drawComparison } from "./draw-comparison";

/** GET /api/v1/compare/export */
export const comparisonExportSchema = comparisonQuerySchema.extend({
  format: z.enum(["csv", "json", "xlsx", "svg"], "must be csv, json, xlsx or svg"),
  theme: z.enum(["light", "dark"], "must be light or dark").default("light"),
  lang: z.enum(["ja", "en"], "must be ja or en").default("en"),
});

export interface ComparisonFile {
  name: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

/** @throws as compareSentences */
export async function exportComparison({ format, theme, lang, ...query }: z.output<typeof comparisonExportSchema>, signal: AbortSignal): Promise<ComparisonFile> {
  const comparison = await compareSentences(requestOf(query), signal);
  const name = `kotomap-comparison.${format}`;
  switch (format) {
    case "csv":
      return { name, type: "text/csv; charset=utf-8", body: csvTable(tableOf(comparison)) };
    case "json":
      return { name, type: "application/json", body: JSON.stringify(comparison, null, 2) };
    case "xlsx":
      return { name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: await writeXlsx(comparison) };
    case "svg":
      return { name, type: "image/svg+xml; charset=utf-8", body: drawComparison(comparison, { theme, lang }) };
  }
}

/** One line a sentence: what it is, its place, and its similarity to each. */
function tableOf({ sentences, groups, similarities, layout }: Comparison): Row[] {
  return sentences.map(({ text, language, group, caption }, i) => ({
    number: i + 1,
    group: group + 1,
    image: groups[group]?.image ? `${groups[group].image.collection}:${groups[group].image.id}` : null,
    caption_id: caption,
    language,
    sentence: text,
    x: layout.coordinates[i]![0],
    y: layout.coordinates[i]![1],
    ...Object.fromEntries(similarities[i]!.map((cosine, j) => [String(j + 1), cosine])),
  }));
}

async function writeXlsx(comparison: Comparison): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet("similarities", { views: [{ state: "frozen", ySplit: 1, xSplit: 6 }] });
  const table = tableOf(comparison);
  sheet.columns = Object.keys(table[0] ?? {}).map((key) => ({ header: /^\d+$/u.test(key) ? Number(key) : key, key, width: key === "sentence" ? 48 : 10 })) as Partial<Excel.Column>[];
  sheet.getRow(1).font = { bold: true };
  sheet.addRows(table.map((row) => ({ ...row, sentence: writableText(String(row.sentence)) })));
  const about = workbook.addWorksheet("about");
  const { model, within, across, layout, other } = comparison;
  about.addRows([["model", model.id], ["dimensions", model.dimensions], ["mean within groups", within], ["mean across groups", across], ["map", layout.method], ["perplexity", layout.perplexity], ...(other ? [["other model", other.model.id], ["other dimensions", other.model.dimensions], ["rank correlation", other.agreement]] : [])]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
