import type { z } from "zod";
import { csvTable, type Row } from "@/lib/features/exports/csv-table";
import { xlsxTable } from "@/lib/features/exports/xlsx-table";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { findEvaluationOrFail } from "../find-evaluation";
import { viewEvaluation } from "../read-evaluations";
import type { EvaluationView } from "../evaluation-types";
import type { FindingKind } from "./finding-types";
import type { FindingViews, ShownCaption } from "./finding-views";
import type { findingsExportSchema } from "./findings-request";
import { showFindings } from "./read-findings";

/** More than an evaluation keeps of any kind. */
const ALL = 1_000_000;

export interface FindingsFile {
  name: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

/** What is written of a caption. */
const told = (name: string, caption: ShownCaption | null): Row => ({
  [`${name}_id`]: caption?.id ?? null,
  [`${name}_image`]: caption?.image ? `${caption.image.collection}:${caption.image.id}` : null,
  [`${name}_language`]: caption?.language ?? null,
  [name]: caption?.text ?? null,
});

const tables: { [K in FindingKind]: (view: FindingViews[K]) => Row } = {
  failure: ({ from, to, rank, chosen, query, right, found: [first] }) => ({ from, to, rank, chosen, ...told("query", query), ...told("right", right), right_score: right.score, ...told("found", first ?? null), found_score: first?.score ?? null }),
  gap: ({ languages: [first, second], agreement, score, captions: [one, other] }) => ({ languages: `${first} ${second}`, agreement, ...told("first", one), ...told("second", other), score }),
  caption: ({ rank, caption, nearest, found }) => ({ rank, ...told("caption", caption), ...told("nearest", nearest), nearest_score: nearest.score, ...told("found", found), found_score: found?.score ?? null }),
  alike: ({ score, nearest, captions: [one, other] }) => ({ score, ...told("first", one), ...told("second", other), nearest }),
};

const aboutOf = ({ id, createdAt, report: { seed, model, generation } }: EvaluationView, kind: FindingKind): [string, string | number | null][] => [
  ["evaluation", id],
  ["kind", kind],
  ["made", createdAt],
  ["seed", seed],
  ["model", model.name],
  ["dimensions", model.dimensions],
  ["generation", generation?.id ?? null],
];

/** All findings of a kind as a file. @throws AppError `not_found` */
export async function exportFindings(id: number, { kind, format }: z.output<typeof findingsExportSchema>): Promise<FindingsFile> {
  const db = await searchEngine().openDatabase();
  const evaluation = viewEvaluation(await findEvaluationOrFail(db, id));
  const { findings } = await showFindings(db, id, kind, { offset: 0, limit: ALL, direction: null });
  const name = `kotomap-evaluation-${id}-${kind}.${format}`;
  const about = aboutOf(evaluation, kind);
  const rows = findings.map((view) => tables[kind](view as never));
  const columns = Object.keys(rows[0] ?? {});
  switch (format) {
    case "csv":
      return { name, type: "text/csv; charset=utf-8", body: csvTable(rows) };
    case "json":
      return { name, type: "application/json", body: JSON.stringify({ ...Object.fromEntries(about), findings }, null, 2) };
    case "xlsx":
      return { name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: await xlsxTable({ sheet: kind, columns, rows, about }) };
  }
}
