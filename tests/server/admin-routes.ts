import { readdir } from "node:fs/promises";
import path from "node:path";

const FOLDER = "app/api/v1/admin";
const PAGES = "app/admin/(inside)";

/** Where one gets in: they ask for no credentials. */
export const DOORS = ["/api/v1/admin/setup", "/api/v1/admin/sign-in"];

/** The addresses of all routes under /api/v1/admin, found in the source; `[id]` and the like become 1. */
export const adminPaths = (): Promise<string[]> => addressesIn(FOLDER, "route.ts", "/api/v1/admin");

/** The addresses of all pages that only an admin sees. */
export const adminPages = (): Promise<string[]> => addressesIn(PAGES, "page.tsx", "/admin");

async function addressesIn(folder: string, fileName: string, root: string): Promise<string[]> {
  const files = await readdir(path.resolve(folder), { recursive: true });
  const places = files.filter((file) => path.basename(file) === fileName).map((file) => path.posix.join(root, ...path.dirname(file).split(path.sep)));
  return places.map((place) => place.replace(/\[[^\]]+\]/g, "1")).sort();
}
