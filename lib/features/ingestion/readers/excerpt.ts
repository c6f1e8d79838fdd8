const MAX_LENGTH = 120;

/** A value from a file, shortened and made harmless for messages: no control characters, no lone surrogates. */
export function excerpt(value: unknown): string {
  const text = typeof value === "string" ? value : typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "nothing");
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return short.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\p{Cc}/gu, " ");
}
