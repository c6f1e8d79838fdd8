const MAX_LENGTH = 2000;
const UNUSABLE = /[\s\p{Cc}\p{Surrogate}\\]/u;

/** An http(s) address or a root-relative path such as "/sample/x.svg"; null for anything else. */
export function readImageUrl(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const url = value.trim();
  if (url.length > MAX_LENGTH || UNUSABLE.test(url)) return null;
  if (/^\/(?!\/)/.test(url)) return url;
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
