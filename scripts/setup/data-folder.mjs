import { existsSync } from "node:fs";
import path from "node:path";
import { commandFailure } from "./command-failure.mjs";
import { hashFiles } from "./hash-files.mjs";
import { projectRoot } from "./project-root.mjs";
import { lastLines, runProcess } from "./run-process.mjs";
import { Stamp } from "./stamp.mjs";

const dataDir = () => path.resolve(projectRoot, process.env.KOTOMAP_DATA_DIR || "data");

/** Stamps lie in the data folder, so that they go with it. */
const stampOf = (/** @type {string} */ name) => new Stamp(path.join(dataDir(), `.kotomap-${name}`));

/**
 * Makes or migrates the database, unless it has all migrations.
 * @param {{ signal: AbortSignal }} options
 */
export async function prepareDatabase({ signal }) {
  const hash = await hashFiles(["prisma/migrations"]);
  if (existsSync(path.join(dataDir(), "kotomap.db")) && (await stampOf("migrated").matches(hash))) return false;
  await runCommand("migrate", { signal });
  await stampOf("migrated").write(hash);
  return true;
}

/**
 * Imports the sample captions into a data folder that has none.
 * @param {{ signal: AbortSignal, show: () => void }} options `show` is called before there is progress to see
 */
export async function seedSample({ signal, show }) {
  if (await stampOf("seeded").matches("yes")) return false;
  show();
  const { seeded } = JSON.parse(lastLines(await runCommand("seed", { signal, show: true }), 1));
  await stampOf("seeded").write("yes");
  return seeded === true;
}

/** @param {string} name @param {{ signal: AbortSignal, show?: boolean }} options */
async function runCommand(name, { signal, show = false }) {
  const { code, stdout, output } = await runProcess(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, "--json"], { signal, show });
  if (code === 0) return stdout;
  throw commandFailure(name, { code, stdout, output });
}
