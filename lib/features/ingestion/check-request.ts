import { stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { collectionNameRule, isCollectionName } from "./collection-name";
import type { IngestRequest } from "./ingest-types";

/**
 * Looks whether the files of a request are there.
 * @returns it with absolute paths, for a process that runs elsewhere
 * @throws AppError `bad_input` naming what cannot be used, with the mend
 */
export async function checkRequest(request: IngestRequest): Promise<IngestRequest> {
  if (request.collection !== null && !isCollectionName(request.collection)) {
    throw new AppError("bad_input", `The collection name "${request.collection}" cannot be used: give ${collectionNameRule}.`, { field: "collection" });
  }
  for (const file of request.files) {
    const found = await stat(file).catch(() => null);
    if (!found) throw new AppError("bad_input", `There is no file ${file}. Check the path.`, { field: file });
    if (found.isDirectory()) throw new AppError("bad_input", `${file} is a folder. Give the caption files in it, one by one or with a pattern such as ${path.join(file, "*.json")}.`, { field: file });
  }
  const files = request.files.map((file) => path.resolve(file));
  if (!request.imagesDir) return { ...request, files };
  const imagesDir = path.resolve(request.imagesDir);
  if (!(await stat(imagesDir).catch(() => null))?.isDirectory()) throw new AppError("bad_input", `There is no folder ${request.imagesDir} for --images. Give the folder that holds the picture files.`, { field: "images" });
  return { ...request, files, imagesDir };
}
