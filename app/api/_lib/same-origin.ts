import { AppError } from "@/lib/core/errors";

/**
 * Refuses what another site has a browser send. Browsers say where a request comes from: in Sec-Fetch-Site (over https and on localhost) or in
 * Origin; a program that is no browser sends neither.
 * @throws AppError `forbidden`
 */
export function requireSameOrigin({ headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null ? site === "same-origin" || site === "none" : isOwn(headers.get("origin"), headers.get("host"))) return;
  throw new AppError("forbidden", "This request comes from another site. Do it on the pages of this server.");
}

function isOwn(origin: string | null, host: string | null): boolean {
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
