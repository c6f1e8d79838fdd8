import type { Readable } from "node:stream";
import { z } from "zod";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { findKnownLayout, layoutStore, takeLayout } from "../layout-shelf";
import { area } from "../map-requests";
import type { MapLabels } from "../map-types";
import { wholeNumber } from "@/lib/core/whole-number";
import { layOutSelection } from "../selection/lay-out-selection";
import { checkSelection, selectionParameters } from "../selection/selection-request";
import { drawSvg } from "./draw-svg";
import type { DrawingRequest, ExportSource } from "./export-source";
import { layoutSource } from "./layout-source";
import { selectionSource } from "./selection-source";
import { writeCsv } from "./write-csv";
import { writeJson } from "./write-json";
import { writeXlsx } from "./write-xlsx";

/** Points of a picture to keep, and of one for a page. */
const EXPORTED = 20_000;
const PICTURED = 10_000;

const drawing = {
  colour: z.enum(["image", "language", "collection", "density"], "must be image, language, collection or density").default("image"),
  lang: z.enum(["ja", "en"], "must be ja or en").default("en"),
  theme: z.enum(["light", "dark"], "must be light or dark").default("light"),
  width: wholeNumber(100, 8000).default(1000),
};

const format = { format: z.enum(["csv", "json", "xlsx", "svg"], "must be csv, json, xlsx or svg") };

/** GET /api/v1/map/layouts/{id}/export */
export const exportRequestSchema = z.strictObject({ ...format, ...drawing, within: area.optional() });

/** GET /api/v1/map/layouts/{id}/picture.svg */
export const pictureRequestSchema = z.strictObject(drawing);

/** GET /api/v1/map/selection/export */
export const selectionExportSchema = z.strictObject({ ...format, ...drawing, ...selectionParameters }).superRefine(checkSelection);

export interface ExportedFile {
  name: string;
  type: string;
  body: Readable | string;
}

type ExportRequest = z.infer<typeof exportRequestSchema>;

/** @throws AppError `not_found`; `layout_damaged`; `invalid_parameter` where the format cannot hold it */
export async function exportLayout(id: string, request: ExportRequest): Promise<ExportedFile> {
  return writeFile(await openSource(id, request.within), request);
}

/** A layout as a small picture, for pages without WebGL. @throws AppError `not_found`; `layout_damaged` */
export async function drawLayout(id: string, request: DrawingRequest): Promise<string> {
  return drawSvg(await openSource(id, undefined), request, PICTURED);
}

/** @throws as layOutSelection */
export async function exportSelection({ format: kind, colour, lang, theme, width, ...query }: z.infer<typeof selectionExportSchema>, signal: AbortSignal): Promise<ExportedFile> {
  return writeFile(selectionSource(await layOutSelection({ ...query, vectors: false }, signal)), { format: kind, colour, lang, theme, width });
}

async function openSource(id: string, within: ExportRequest["within"]): Promise<ExportSource> {
  const db = await searchEngine().openDatabase();
  const { key, manifest } = await findKnownLayout(db, id);
  const labels = JSON.parse(new TextDecoder().decode(await layoutStore().readLabels(key, manifest))) as MapLabels;
  return layoutSource(db, await takeLayout(db, id), labels, within);
}

async function writeFile(source: ExportSource, request: Omit<ExportRequest, "within">): Promise<ExportedFile> {
  const name = `${source.name}.${request.format}`;
  switch (request.format) {
    case "csv":
      return { name, type: "text/csv; charset=utf-8", body: writeCsv(source) };
    case "json":
      return { name, type: "application/json", body: writeJson(source) };
    case "xlsx":
      return { name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: writeXlsx(source) };
    case "svg":
      return { name, type: "image/svg+xml; charset=utf-8", body: await drawSvg(source, request, EXPORTED) };
  }
}
