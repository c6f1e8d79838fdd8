import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";
import { startAppServer } from "@/scripts/setup/app-server.mjs";
import { findFreePort } from "@/scripts/setup/port.mjs";

const run = promisify(execFile);
/** Milliseconds, on a slow machine. */
const STARTS_WITHIN = 60_000;

export interface OwnApp {
  url: string;
  dataDir: string;
  /** Imports caption files by the real command. */
  ingest: (files: string[], collection: string) => Promise<unknown>;
  /** The link by which the first admin password is set. */
  setupLink: Promise<string>;
  stop: () => Promise<void>;
}

/**
 * The built app on an empty data folder, for the tests of a file.
 * @param settings further environment variables
 * @param fill runs before the first test
 */
export function useOwnApp(settings: Record<string, string> = {}, fill?: (app: OwnApp) => Promise<unknown>): () => OwnApp {
  let app: OwnApp | undefined;
  beforeAll(async () => {
    app = await startOwnApp(settings);
    await fill?.(app);
  }, STARTS_WITHIN);
  afterAll(() => app?.stop());
  return () => {
    if (!app) throw new Error("The app runs within tests only.");
    return app;
  };
}

async function startOwnApp(env: Record<string, string>): Promise<OwnApp> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-test-"));
  const settings = { KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "silent" };
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startAppServer({ port: await findFreePort(), env: { ...settings, ...env } });
    return {
      url: server.url,
      dataDir,
      ingest: (files, collection) => run(process.execPath, ["--import", "tsx", "scripts/ingest.ts", ...files, "--collection", collection], { env: { ...process.env, ...settings } }),
      setupLink: server.setupLink,
      stop: () => server.stop().then(remove),
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
