import { textOf } from "./json-value";

/** The names a row may give its picture's file name by; the first that is there counts. */
export const FILE_NAME_FIELDS = ["file_name", "filename", "file"] as const;

/** A path inside a folder of pictures; null for anything else, since it is joined to that folder later. */
export function readFileName(value: unknown): string | null {
  const name = textOf(value);
  const leadsOut = name === null || /^\/|^[a-z]:|\\|\p{Cc}/iu.test(name) || name.split("/").includes("..");
  return leadsOut ? null : name;
}
