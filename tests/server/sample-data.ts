import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A data folder in the temporary directory, filled with the sample captions and their map by the real command. */
export async function createSampleData(): Promise<{ dataDir: string; remove: () => Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-test-"));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    await run(process.execPath, ["--import", "tsx", "scripts/seed.ts"], { env: { ...process.env, KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "warn" } });
    return { dataDir, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
