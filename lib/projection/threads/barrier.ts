/** Looks at the counter before a thread sleeps: some 20 µs, longer than threads with equal shares usually wait. */
const SPINS = 4000;

/** Memory of a barrier: threads that have arrived, and how often all have. */
export const BARRIER_LENGTH = 2;

/** Where threads wait until all of them have come. */
export class Barrier {
  /** @param state BARRIER_LENGTH numbers, shared   @param parties how many threads meet; one never waits */
  constructor(private readonly state: Int32Array, private readonly parties: number) {}

  wait(): void {
    if (this.parties === 1) return;
    const { state } = this;
    const meeting = Atomics.load(state, 1);
    if (Atomics.add(state, 0, 1) === this.parties - 1) {
      Atomics.store(state, 0, 0);
      Atomics.add(state, 1, 1);
      Atomics.notify(state, 1);
      return;
    }
    for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(state, 1) !== meeting) return;
    while (Atomics.load(state, 1) === meeting) Atomics.wait(state, 1, meeting);
  }
}
