import { setTimeout as sleep } from "node:timers/promises";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";

/** Milliseconds between two tries: the first and the longest pause. */
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 100;

const isBusy = (error: unknown) => isDriverAdapterError(error) && error.cause.kind === "SocketTimeout";

/** Waits for a lock on the database by trying again, the thread free meanwhile. */
export class BusyWait {
  /** Transactions of this process that hold the lock: their time does not count, they end or fail by themselves. */
  private own = 0;

  /** @param giveUpAfter milliseconds until a locked database is an error */
  constructor(readonly giveUpAfter: number) {}

  /** @returns to be called when this process's transaction has ended */
  holdOwn(): () => void {
    this.own++;
    return () => void this.own--;
  }

  /** @throws the driver's error (SQLITE_BUSY) where the lock did not go */
  async run<T>(work: () => Promise<T>): Promise<T> {
    let waited = 0;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || waited >= this.giveUpAfter) throw error;
      }
      const start = performance.now();
      await sleep(pause);
      if (this.own === 0) waited += performance.now() - start;
    }
  }
}
