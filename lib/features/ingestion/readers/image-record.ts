import type { ImageRecord } from "../caption-file";
import { readFileName } from "./file-name";
import { readImageUrl } from "./image-url";
import { isObject, textOf } from "./json-value";
import { readId, readImageId } from "./record-id";

/** Licence names by the id that images refer to. */
export type LicenceTable = ReadonlyMap<string, string>;

const MAX_PIXELS = 1e6;

function sideOf(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= MAX_PIXELS ? value : null;
}

/** An entry of COCO's `images`; null where it has no usable id. */
export function readImage(value: unknown, licences: LicenceTable): ImageRecord | null {
  const externalId = isObject(value) ? readImageId(value.id) : null;
  if (!isObject(value) || !externalId) return null;
  return {
    externalId,
    url: readImageUrl(value.coco_url) ?? readImageUrl(value.url),
    originalUrl: readImageUrl(value.flickr_url),
    fileName: readFileName(value.file_name),
    width: sideOf(value.width),
    height: sideOf(value.height),
    licence: licences.get(readId(value.license) ?? "") ?? null,
  };
}

/** The entry of COCO's `licenses` as [id, name or else url]; null where it says nothing. */
export function readLicence(value: unknown): [string, string] | null {
  if (!isObject(value)) return null;
  const id = readId(value.id);
  const name = textOf(value.name) ?? textOf(value.url);
  return id && name ? [id, name] : null;
}
