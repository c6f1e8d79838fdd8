import { textOf } from "./json-value";

/** A path inside a folder of pictures; null for anything else, since it is joined to that folder later. */
export function readFileName(value: unknown): string | null {
  const name = textOf(value);
  const leadsOut = name === null || /^\/|^[a-z]:|\\|\p{Cc}/iu.test(name) || name.split("/").includes("..");
  return leadsOut ? null : name;
}
