import { spawn } from "node:child_process";
import { once } from "node:events";

/** The real worker of a data folder. @returns stops it, which gives its jobs back */
export function startWorker(dataDir: string): () => Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { env: { ...process.env, KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "silent" }, stdio: "ignore" });
  const exited = once(child, "exit");
  return async () => {
    child.kill("SIGTERM");
    await exited;
  };
}
