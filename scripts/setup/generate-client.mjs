import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { hashFiles } from "./hash-files.mjs";
import { projectRoot } from "./project-root.mjs";
import { runProcess } from "./run-process.mjs";
import { Stamp } from "./stamp.mjs";

const GENERATED = path.join(projectRoot, "lib/database/generated");

/** Generating reads the schema alone, yet Prisma's program would first download an engine unless it is told of one: any file that exists. */
const ENV = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };

/**
 * Generates the database client, unless it is that of the schema already.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function generateClient({ signal } = {}) {
  const prisma = path.join(projectRoot, "node_modules/prisma");
  const { version } = JSON.parse(await readFile(path.join(prisma, "package.json"), "utf8"));
  const stamp = new Stamp(path.join(GENERATED, ".kotomap-schema"));
  const hash = await hashFiles(["prisma/schema.prisma", "prisma.config.ts"], { salt: version });
  if (existsSync(path.join(GENERATED, "client.ts")) && (await stamp.matches(hash))) return false;
  const { code, output } = await runProcess(process.execPath, [path.join(prisma, "build/index.js"), "generate"], { env: ENV, signal });
  if (code !== 0) throw new Failure("internal", "The database client could not be generated. Look at prisma/schema.prisma.", { output });
  await stamp.write(hash);
  return true;
}
