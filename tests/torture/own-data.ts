import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, configureConnection, type Database } from "@/lib/database/client";
import { migrate } from "@/lib/database/migrate";
import { type AppProcess, Server, startWorker } from "./app-process";
import { writeCorpus } from "./corpus";
import { ingestTask, submit, waitForEnd } from "./jobs";

/** A data folder with its processes, which end with the test. */
export class OwnData {
  private readonly endings: (() => Promise<unknown>)[] = [];

  private constructor(readonly folder: string, readonly dataDir: string, readonly db: Database) {}

  /** @param within where the data folder is made; a folder of its own unless given */
  static async make(within?: string): Promise<OwnData> {
    const folder = await mkdtemp(path.join(tmpdir(), "kotomap-survival-"));
    const dataDir = path.join(within ?? folder, "data");
    await migrate(dataDir);
    const db = connect(dataDir);
    await configureConnection(db);
    return new OwnData(folder, dataDir, db);
  }

  startWorker(settings: Record<string, string> = {}): AppProcess {
    const worker = startWorker(this.dataDir, settings);
    this.endings.push(() => worker.kill());
    return worker;
  }

  async startServer(settings: Record<string, string> = {}): Promise<Server> {
    const server = await Server.start(this.dataDir, settings);
    this.endings.push(() => server.kill());
    return server;
  }

  corpus(options: Parameters<typeof writeCorpus>[1]): Promise<string> {
    return writeCorpus(path.join(this.folder, `captions-${options.images}${options.mark ?? ""}.jsonl`), options);
  }

  /** Ingests by a worker. @returns the active generation @throws where the job fails */
  async ingest(images: number): Promise<string> {
    const job = await waitForEnd(this.db, await submit(this.db, ingestTask(await this.corpus({ images }))));
    if (job.state !== "done") throw new Error(`The ingest is ${job.state}: ${job.error} ${job.causes}`);
    return (await this.db.generation.findFirstOrThrow({ where: { state: "active" } })).id;
  }

  async end(): Promise<void> {
    for (const end of this.endings.reverse()) await end();
    await this.db.$disconnect();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function search(server: Server, query = "a dog on the beach"): Promise<{ status: number; generation?: string; hits?: unknown[]; error?: { code: string; message: string } }> {
  const response = await fetch(`${server.url}/api/v1/search?q=${encodeURIComponent(query)}`);
  return { status: response.status, ...((await response.json()) as object) };
}
