import { livenessOf, ownIdentity } from "@/lib/core/process-identity";
import { processSingleton } from "@/lib/core/process-singleton";

/** Milliseconds of the watcher's own clock for which a beat may stand still. */
const STALE_AFTER = 60_000;
/** Most that counts between two looks: where the whole machine was halted, the owner was too. */
const LONGEST_GAP = 5_000;

/** A row that a process keeps alive by counting up its beat. */
export interface Owned {
  /** Tells the rows apart: "job 12", "worker …". */
  key: string;
  /** host:pid:nonce; null where nobody has it. */
  owner: string | null;
  beat: number;
  /** For people; a hint where nothing else is known. */
  heartbeatAt: Date | null;
}

interface Seen {
  owner: string;
  beat: number;
  /** Milliseconds for which it has been seen to stand still, and when it was looked at last. */
  still: number;
  lookedAt: number;
}

/**
 * Tells rows whose process is gone: by its number on the same machine, else by a beat that stands still while this process watches.
 * Times in rows decide nothing: wall clocks are set back and forth.
 */
export class OwnerWatch {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether the owner is gone for certain, so that its row may be taken from it. A row just seen for the first time is so by the process number alone. */
  isGone({ key, owner, beat }: Owned): boolean {
    if (owner === null || livenessOf(owner) === "gone") return true;
    const before = this.seen.get(key);
    const stands = before?.owner === owner && before.beat === beat;
    const still = stands ? before.still + Math.min(this.now() - before.lookedAt, LONGEST_GAP) : 0;
    this.seen.set(key, { owner, beat, still, lookedAt: this.now() });
    return still >= STALE_AFTER;
  }

  /** The same for showing: of a process on another machine, a first look trusts the time of its last heartbeat. */
  seemsGone(owned: Owned): boolean {
    const first = !this.seen.has(owned.key);
    if (this.isGone(owned)) return true;
    const { owner, heartbeatAt } = owned;
    if (!first || owner === null || owner === ownIdentity() || livenessOf(owner) !== "unknown") return false;
    return heartbeatAt === null || Math.abs(Date.now() - heartbeatAt.getTime()) > STALE_AFTER;
  }
}

/** The watch of this process: the longer it runs, the more it has seen. */
export const ownerWatch = () => processSingleton("owner watch", () => new OwnerWatch());
