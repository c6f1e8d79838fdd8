/** "token": `1000092795.jpg#0<TAB>Two young guys`; "pipes": `1000092795.jpg| 0| Two young guys`, below a row of names. */
export type FlickrLayout = "token" | "pipes";

export interface FlickrLine {
  fileName: string;
  /** Position among its image's captions, from 0. */
  number: string;
  caption: string;
}

/** Lines looked at: the first may be a bad record. */
const LINES_SEEN = 5;
const TOKEN_START = /^[^\t#]+\.(jpe?g|png)(\.\d+)?#\d+\t/i;
const PIPES_HEADER = /^image_name *\| *comment_number *\| *comment\s*$/i;
const LINES: Record<FlickrLayout, RegExp> = { token: /^([^\t#]+)#(\d+)\t(.*)$/s, pipes: /^([^|]+)\| *(\d+) *\|(.*)$/s };

/** How Flickr8k or Flickr30k captions that begin with `text` are laid out; null where they are none. */
export function flickrLayoutOf(text: string): FlickrLayout | null {
  const lines = text.split("\n", LINES_SEEN);
  if (PIPES_HEADER.test(lines[0] ?? "")) return "pipes";
  return lines.some((line) => TOKEN_START.test(line)) ? "token" : null;
}

/** Null for a line that is laid out otherwise. */
export function readFlickrLine(line: string, layout: FlickrLayout): FlickrLine | null {
  const [, fileName, number, caption] = LINES[layout].exec(line) ?? [];
  return fileName === undefined || number === undefined || caption === undefined ? null : { fileName: fileName.trim(), number, caption };
}
