const MAX_ID_LENGTH = 200;
const UNUSABLE = /[\p{Cc}\p{Surrogate}]/u;

function asText(value: unknown): string | null {
  if (typeof value === "string") return value.trim();
  if (typeof value === "bigint") return String(value);
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : null;
}

/** An id as text with every digit kept; null where there is none; undefined where it cannot serve as one. */
export function readId(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  const text = asText(value);
  if (text === "") return null;
  return text === null || text.length > MAX_ID_LENGTH || UNUSABLE.test(text) ? undefined : text;
}

/** `readId` for an image, whose id is part of its page's address: "." and ".." cannot be that. */
export function readImageId(value: unknown): string | null | undefined {
  const id = readId(value);
  return id === "." || id === ".." ? undefined : id;
}
