import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { addressBlock } from "@/lib/core/address-block";
import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { metrics } from "@/lib/core/metrics";
import { processSingleton } from "@/lib/core/process-singleton";
import type { RequestContext } from "@/lib/core/request-context";

/** Seconds. */
const WINDOW = 60;

/** How many searches an address may ask for in a minute. */
export class SearchLimit {
  private readonly limiter: RateLimiterMemory | null;

  /** @param perMinute 0: without a limit */
  constructor(private readonly perMinute: number) {
    this.limiter = perMinute === 0 ? null : new RateLimiterMemory({ points: perMinute, duration: WINDOW });
  }

  /** Counts a request once, however often it searches. @throws AppError `too_many_requests` */
  async count(request: RequestContext): Promise<void> {
    if (!this.limiter || request.countedAsSearch) return;
    request.countedAsSearch = true;
    try {
      await this.limiter.consume(addressBlock(request.address));
    } catch (thrown) {
      throw thrown instanceof RateLimiterRes ? this.refusal(thrown.msBeforeNext) : thrown;
    }
  }

  private refusal(wait: number): AppError {
    metrics().refused.inc({ reason: "address" });
    const retryAfter = Math.max(1, Math.ceil(wait / 1000));
    return new AppError("too_many_requests", `More than ${this.perMinute} searches a minute came from this address. Try again in ${retryAfter} s, or have the server's KOTOMAP_SEARCHES_PER_MINUTE raised.`, { retryAfter });
  }
}

/** The server's. */
export const searchLimit = (): SearchLimit => processSingleton("search limit", () => new SearchLimit(readEnv().searchesPerMinute));
