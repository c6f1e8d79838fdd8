import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const route = z.object({ page: z.string(), regex: z.string() });
const manifest = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) });

/**
 * Tells which of the built app's routes an address belongs to, as "/api/v1/images/[collection]/[id]".
 * @param distDir where Next.js built it; where it has not, as in development, all addresses are "other"
 */
export function readKnownRoutes(distDir: string): (pathname: string) => string {
  const file = path.join(/* turbopackIgnore: true */ distDir, "routes-manifest.json");
  const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")));
  const exact = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
  return (pathname) => {
    if (exact.has(pathname)) return pathname;
    if (pathname.startsWith("/_next/")) return "/_next";
    return patterns.find(({ pattern }) => pattern.test(pathname))?.page ?? "other";
  };
}
