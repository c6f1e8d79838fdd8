import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { hashFiles } from "./hash-files.mjs";
import { NEXT } from "./next-program.mjs";
import { projectRoot } from "./project-root.mjs";
import { runProcess } from "./run-process.mjs";
import { Stamp } from "./stamp.mjs";

const SOURCES = ["app", "lib", "public", "package-lock.json", "prisma/schema.prisma", "tsconfig.json", "next.config.js", "postcss.config.mjs", "instrumentation.ts", "proxy.ts"];

const isBeside = (/** @type {string} */ file) => file.startsWith("lib/database/generated/") || /\.test\.tsx?$/.test(file);

const buildId = (/** @type {string} */ distDir) => readFile(path.join(distDir, "BUILD_ID"), "utf8").catch(() => "");

/** Whether the app was ever built. */
export const isBuilt = () => existsSync(path.join(projectRoot, ".next/BUILD_ID"));

/**
 * Builds the app into .next, unless it is the build of these very sources.
 * @param {{ signal: AbortSignal, force?: boolean }} options
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function buildApp({ signal, force = false }) {
  const distDir = path.join(projectRoot, ".next");
  const stamp = new Stamp(path.join(distDir, ".kotomap-build"));
  const sources = await hashFiles(SOURCES, { skip: isBeside });
  if (!force && isBuilt() && (await stamp.matches(`${sources} ${await buildId(distDir)}`))) return false;
  await runBuild({ signal });
  await stamp.write(`${sources} ${await buildId(distDir)}`);
  return true;
}

/**
 * @param {{ signal: AbortSignal, distDir?: string }} options `distDir`: relative to the project, instead of .next
 */
export async function runBuild({ signal, distDir }) {
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...(distDir && { KOTOMAP_DIST_DIR: distDir }) };
  const { code, output } = await runProcess(process.execPath, [NEXT, "build"], { env, signal });
  if (code !== 0) throw new Failure("internal", "The app could not be built. Mend what the output above names and run the same command again.", { output });
}
