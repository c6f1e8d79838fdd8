import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { advanceDelay, clearDelays, findDelay, forgetDelays } from "@/lib/database/sign-in-delays";
import { FORGET_AFTER, waitAfter, type DelayRule } from "./delay-rules";

type Key = { key: string; rule: DelayRule };
type Row = NonNullable<Awaited<ReturnType<typeof findDelay>>>;

/**
 * Counts an attempt as failed before it is heard, so that many at once count like many in a row. One that comes too early is not heard and does not count.
 * @throws AppError `too_many_attempts` with the seconds to wait
 */
export async function countAttempt(db: Database, keys: Key[], now: Date = new Date()): Promise<void> {
  await forgetDelays(db, new Date(now.getTime() - FORGET_AFTER));
  for (const key of keys) refuseEarly(await findDelay(db, key.key), key, now);
  for (const key of keys) await advance(db, key, now);
}

/** After a success: its keys begin anew. */
export async function forgiveAttempts(db: Database, keys: Key[]): Promise<void> {
  await clearDelays(db, keys.map(({ key }) => key));
}

/** Tries again where another attempt came in between; it has moved the delay on, so this ends. */
async function advance(db: Database, key: Key, now: Date): Promise<void> {
  for (;;) {
    const seen = await findDelay(db, key.key);
    refuseEarly(seen, key, now);
    const failures = (seen?.failures ?? 0) + 1;
    if (await advanceDelay(db, key.key, seen, { failures, until: new Date(now.getTime() + waitAfter(failures, key.rule)) })) return;
  }
}

/** Nobody waits longer than by the rule, also where the clock was set back since. */
function refuseEarly(row: Row | null, { rule }: Key, now: Date): void {
  if (!row) return;
  const wait = Math.min(row.until.getTime() - now.getTime(), waitAfter(row.failures, rule));
  if (wait <= 0) return;
  const retryAfter = Math.ceil(wait / 1000);
  throw new AppError("too_many_attempts", `Too many failed attempts to sign in. Try again in ${retryAfter} seconds.`, { retryAfter });
}
