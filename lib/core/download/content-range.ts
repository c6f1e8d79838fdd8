export interface ContentRange {
  start: number;
  /** The last byte, counted in. */
  end: number;
  /** Null where the server does not tell. */
  total: number | null;
}

/** "bytes 5-9/10" as numbers, or null where it is anything else or contradicts itself. */
export function parseContentRange(header: string | undefined): ContentRange | null {
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || size === undefined) return null;
  const range = { start: Number(first), end: Number(last), total: size === "*" ? null : Number(size) };
  const sound = Number.isSafeInteger(range.end) && range.start <= range.end && (range.total === null || range.end < range.total);
  return sound ? range : null;
}
