/** An address that an <img> may be given: http, https, or a path of this app. Null for anything else. */
export function pictureSource(url: string | null): string | null {
  if (!url) return null;
  if (url.startsWith("/")) return /^\/[/\\]/.test(url) ? null : url;
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
