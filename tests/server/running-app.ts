import { startAppServer } from "@/scripts/setup/app-server.mjs";
import { findFreePort } from "@/scripts/setup/port.mjs";
import { createSampleData } from "./sample-data";

export interface RunningApp {
  baseUrl: string;
  dataDir: string;
  stop: () => Promise<void>;
}

/** The built app on a free port, with the sample captions. Its address is that of all tests: searches have no limit unless a setting gives one. */
export async function startApp(settings: Record<string, string> = {}): Promise<RunningApp> {
  const { dataDir, remove } = await createSampleData();
  try {
    const server = await startAppServer({ port: await findFreePort(), env: { KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "warn", KOTOMAP_SEARCHES_PER_MINUTE: "0", ...settings } });
    return { baseUrl: server.url, dataDir, stop: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
