import PQueue from "p-queue";
import { AppError } from "@/lib/core/errors";
import { metrics } from "@/lib/core/metrics";
import { processSingleton } from "@/lib/core/process-singleton";

interface Limits {
  /** Searches that are computed at once. */
  atOnce: number;
  /** That wait for it at most. */
  waiting: number;
  /** Milliseconds that one waits at most. */
  patience: number;
}

/** Reasons and figures: docs/decisions/0012. */
const LIMITS: Limits = { atOnce: 4, waiting: 64, patience: 2000 };

/** Seconds after which a refused search is worth another try. */
const RETRY_AFTER = 1;

/** Lets so many searches in as can be answered soon, and refuses the others at once: a line that grows would make all of them late. */
export class Admission {
  private readonly queue: PQueue;

  constructor(private readonly limits: Limits) {
    this.queue = new PQueue({ concurrency: limits.atOnce });
  }

  get inFlight(): number {
    return this.queue.pending;
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** @throws AppError `overloaded` where too many wait, or where its turn did not come in time; the work was not begun then */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.queue.size >= this.limits.waiting) throw refusal("full");
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(refusal("late")), this.limits.patience);
    const begin = () => {
      clearTimeout(timer);
      return work();
    };
    return this.queue.add(begin, { signal: late.signal });
  }
}

function refusal(reason: "full" | "late"): AppError {
  metrics().refused.inc({ reason });
  return new AppError("overloaded", "More searches are being asked for than can be answered. Try again in a moment.", { retryAfter: RETRY_AFTER });
}

/** The server's. */
export const searchAdmission = (): Admission => processSingleton("search admission", () => new Admission(LIMITS));
