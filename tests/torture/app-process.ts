import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { NEXT } from "@/scripts/setup/next-program.mjs";
import { findFreePort } from "@/scripts/setup/port.mjs";

/** Characters of its output that are kept. */
const KEPT = 20_000;
/** Milliseconds, on a busy machine. */
const ANSWERS_WITHIN = 180_000;

type Settings = Record<string, string>;

const running = new Set<ChildProcess>();
// Whoever torments them and ends before them leaves none behind.
process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** A process of the app, to be killed. */
export class AppProcess {
  private readonly child: ChildProcess;
  private readonly exit: Promise<void>;
  output = "";

  constructor(args: string[], settings: Settings) {
    this.child = spawn(process.execPath, args, { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (this.output = (this.output + text).slice(-KEPT)));
    running.add(this.child);
    this.exit = new Promise((resolve) => this.child.once("exit", () => resolve()));
    void this.exit.then(() => running.delete(this.child));
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Exit code or signal; null while it runs. */
  get ended(): string | null {
    return this.child.signalCode ?? (this.child.exitCode === null ? null : String(this.child.exitCode));
  }

  /** Returns once the process is gone. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    if (this.alive) this.child.kill(signal);
    await this.exit;
  }
}

/** The worker, as npm run worker starts it. */
export function startWorker(dataDir: string, settings: Settings = {}): AppProcess {
  return new AppProcess(["--import", "tsx", "scripts/worker.ts"], { KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "warn", ...settings });
}

export interface Health {
  status: string;
  generation: string | null;
  problems: { code: string; message: string }[];
}

/** The built app on a port that it keeps when it is started again. */
export class Server {
  private constructor(readonly url: string, private readonly start: () => AppProcess, public process: AppProcess) {}

  static async start(dataDir: string, settings: Settings = {}): Promise<Server> {
    const port = await findFreePort();
    const start = () => new AppProcess([NEXT, "start", "--port", String(port)], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "warn", ...settings, PORT: String(port) });
    const server = new Server(`http://localhost:${port}`, start, start());
    await server.waitForHealth();
    return server;
  }

  async kill(): Promise<void> {
    await this.process.kill();
  }

  restart(): void {
    this.process = this.start();
  }

  /** What it answers, null where it does not. */
  async health(): Promise<Health | null> {
    try {
      return (await (await fetch(`${this.url}/api/v1/health`, { signal: AbortSignal.timeout(40_000) })).json()) as Health;
    } catch {
      return null;
    }
  }

  /** @throws where it ends, or does not come to what is waited for */
  async waitForHealth(wanted: (health: Health) => boolean = () => true): Promise<Health> {
    let last: Health | null = null;
    for (const end = performance.now() + ANSWERS_WITHIN; performance.now() < end; await wait(100)) {
      last = (await this.health()) ?? last;
      if (last && wanted(last)) return last;
      if (!this.process.alive) throw new Error(`The server has ended (${this.process.ended}): ${this.process.output}`);
    }
    throw new Error(`The server's health did not come to what was waited for; it is ${JSON.stringify(last)}. ${this.process.output}`);
  }
}
