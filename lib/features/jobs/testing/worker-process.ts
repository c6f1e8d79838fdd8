import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";

/** A real worker on a data folder, with the jobs of testHandlers. */
export class WorkerProcess {
  output = "";
  private readonly child: ChildProcess;

  constructor(dataDir: string) {
    this.child = spawn("env", [`KOTOMAP_DATA_DIR=${dataDir}`, process.execPath, "--import", "tsx", "lib/features/jobs/testing/run-test-worker.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    this.child.stdout?.on("data", (text: Buffer) => (this.output += text.toString()));
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, "exit");
    this.child.kill(signal);
    await exited;
  }
}

/** The processes that began a job, in order, from the file that its handler writes to. */
export function begunBy(file: string, jobId: number): number[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  return lines.filter((line) => line.startsWith(`${jobId} `)).map((line) => Number(line.split(" ")[1]));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
