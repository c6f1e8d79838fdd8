import { fileURLToPath } from "node:url";

/** The project's folder, without a separator at its end. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
