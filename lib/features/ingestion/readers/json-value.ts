const MAX_TEXT_LENGTH = 2000;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text of 1 … 2 000 characters, trimmed; else null. */
export function textOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text.length > MAX_TEXT_LENGTH || /[\0\p{Surrogate}]/u.test(text) ? null : text;
}
