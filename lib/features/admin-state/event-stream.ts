import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { readJobLog } from "@/lib/features/jobs/read-job-log";
import { EventDifferences, eventBytes } from "./event-differences";
import { liveFeed, type LiveState } from "./live-feed";

/** Milliseconds between two looks whether the listener may still listen, and between two signs of life for proxies and browsers. */
const CHECK_EVERY = 5_000;
const SIGN_EVERY = 15_000;
/** Events that may wait for a slow listener; one further behind is sent away, and comes back by itself. */
const MOST_WAITING = 200;
/** Milliseconds after which a browser comes back. */
const RETRY = 2000;

interface Listening {
  /** The job whose log is wanted, and the last line of it that is known already. */
  log: { jobId: number; after: number } | null;
  /** Aborts when the listener has gone. */
  signal: AbortSignal;
  /** Whether the credentials are still good. */
  isAllowed: () => Promise<boolean>;
}

/** Server-sent events: jobs and overview as they change, and the lines of one job's log, whose ids let a listener go on after an interruption. */
export class EventStream implements UnderlyingDefaultSource<Uint8Array> {
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private readonly differences = new EventDifferences();
  private readingLog = false;
  private endings: (() => void)[] = [];

  constructor(private readonly db: Database, private readonly listening: Listening) {}

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.controller = controller;
    const { signal, isAllowed } = this.listening;
    const leave = liveFeed().subscribe({ onState: (state) => this.tell(state), onEnd: () => this.end() });
    const check = setInterval(() => void isAllowed().then((allowed) => allowed || this.end(), () => this.end()), CHECK_EVERY);
    const sign = setInterval(() => this.send(Buffer.from(": still here\n\n")), SIGN_EVERY);
    const onAbort = () => this.end();
    signal.addEventListener("abort", onAbort);
    this.endings = [leave, () => clearInterval(check), () => clearInterval(sign), () => signal.removeEventListener("abort", onAbort)];
    this.send(Buffer.from(`retry: ${RETRY}\n\n`));
  }

  cancel(): void {
    this.controller = null;
    this.end();
  }

  private tell(state: LiveState): void {
    for (const event of this.differences.of(state)) this.send(event);
    this.tellLog().catch((error: unknown) => logger().warn({ err: error }, "the log of a job could not be read"));
  }

  private async tellLog(): Promise<void> {
    const { log } = this.listening;
    if (!log || this.readingLog) return;
    this.readingLog = true;
    const lines = await readJobLog(this.db, log.jobId, { after: log.after }).finally(() => (this.readingLog = false));
    const last = lines.at(-1);
    if (!last) return;
    log.after = last.id;
    this.send(eventBytes("log", JSON.stringify(lines), last.id));
  }

  private send(bytes: Uint8Array): void {
    if (!this.controller) return;
    if ((this.controller.desiredSize ?? 0) < -MOST_WAITING) this.end();
    else this.controller.enqueue(bytes);
  }

  private end(): void {
    for (const ending of this.endings) ending();
    this.endings = [];
    this.controller?.close();
    this.controller = null;
  }
}
