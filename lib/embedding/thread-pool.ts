import { AppError } from "@/lib/core/errors";
import { type ThreadStart, WorkerThread } from "./worker-thread";

/** Threads that do the same work, started when there is some: little work starts one, none starts none. */
export class ThreadPool<Request, Answer> {
  readonly threads: WorkerThread<Request, Answer>[] = [];
  private closed: Promise<void> | null = null;

  /** @param limit most threads given work; may be changed at any time, and those beyond it then rest */
  constructor(private readonly start: ThreadStart, public limit: number) {}

  /** Whether all its threads can still answer. */
  get alive(): boolean {
    return this.threads.every(({ alive }) => alive);
  }

  /**
   * @param transfer memory handed over with the request
   * @throws AppError `internal` where the request cannot be answered, or its thread has ended, naming the cause
   */
  async ask(request: Request, transfer?: readonly ArrayBuffer[]): Promise<Answer> {
    if (this.closed) throw new AppError("internal", `The ${this.start.what} was closed.`);
    return this.freest().ask(request, transfer);
  }

  /** Ends all threads after the requests they were given. */
  async close(): Promise<void> {
    await (this.closed ??= Promise.all(this.threads.map((thread) => thread.close())).then(() => undefined));
  }

  private freest(): WorkerThread<Request, Answer> {
    const [first, ...others] = this.threads.slice(0, this.limit);
    const freest = others.reduce((best, thread) => (best && best.load <= thread.load ? best : thread), first);
    if (freest && (freest.load === 0 || this.threads.length >= this.limit)) return freest;
    const started = new WorkerThread<Request, Answer>(this.start);
    this.threads.push(started);
    return started;
  }
}
