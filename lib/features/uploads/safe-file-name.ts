/** Bytes of UTF-8 that file systems take, less the room for suffixes. */
const MAX_BYTES = 200;

const utf8 = new TextEncoder();

/** Cuts a name before its extension, at a whole character. */
function shorten(name: string): string {
  if (utf8.encode(name).length <= MAX_BYTES) return name;
  const extension = /(\.[A-Za-z0-9]{1,8}){0,2}$/.exec(name)?.[0] ?? "";
  const left = MAX_BYTES - extension.length;
  let stem = "";
  let bytes = 0;
  for (const character of name.slice(0, name.length - extension.length)) {
    bytes += utf8.encode(character).length;
    if (bytes > left) break;
    stem += character;
  }
  return stem + extension;
}

/** The last part of a path as a browser or script names it, fit for any file system; null where nothing is left of it. */
export function safeFileName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const name = shorten(last.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").replace(/[<>:"|?*]/g, "_").trim());
  return /^\.*$/.test(name) ? null : name;
}
