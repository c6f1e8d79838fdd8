import { readdir } from "node:fs/promises";
import path from "node:path";

const FOLDER = "app/api/v1/admin";

/** Where one gets in: they ask for no credentials. */
export const DOORS = ["/api/v1/admin/setup", "/api/v1/admin/sign-in"];

/** The addresses of all routes under /api/v1/admin, found in the source; `[id]` and the like become 1. */
export async function adminPaths(): Promise<string[]> {
  const files = await readdir(path.resolve(FOLDER), { recursive: true });
  const routes = files.filter((file) => path.basename(file) === "route.ts").map((file) => path.posix.join(...path.dirname(file).split(path.sep)));
  return routes.map((route) => `/api/v1/admin/${route.replace(/\[[^\]]+\]/g, "1")}`).sort();
}
