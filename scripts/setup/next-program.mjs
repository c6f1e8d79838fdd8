import path from "node:path";
import { projectRoot } from "./project-root.mjs";

/** The program of Next.js. */
export const NEXT = path.join(projectRoot, "node_modules/next/dist/bin/next");
