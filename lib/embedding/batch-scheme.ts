/** How batches are made and shared out. */
export interface BatchScheme {
  /** Sessions that compute side by side. */
  workers: number;
  /** Most padded tokens (rows × longest) of one batch. */
  batchTokens: number;
}

/** Work done under one scheme. */
interface Tally {
  tokens: number;
  /** Of all workers together. */
  milliseconds: number;
}

/** Work (milliseconds of one worker) after which a scheme is judged: some hundred batches on a CPU, some dozen on a GPU. */
const TRIAL_MS = 1000;
/** A scheme has to be this much faster than the one in use: less is noise. */
const GAIN = 1.05;
/** No batch may take longer (ms): progress, stops and saving wait for it. */
const LONGEST_BATCH_MS = 5000;
/** Trials without a gain after which no further scheme is tried. */
const PATIENCE = 2;

/**
 * Finds the fastest of some schemes while they work: each is used for a while, and the fastest stays.
 * Only computing counts, so waiting for texts or for the database tells nothing about a scheme.
 */
export class SchemeSearch {
  private rest: BatchScheme[];
  private tally: Tally = { tokens: 0, milliseconds: 0 };
  private best: { scheme: BatchScheme; rate: number } | null = null;
  private without = 0;
  /** The scheme to use now. */
  current: BatchScheme;

  /** @param schemes the likely best one first, then in the order in which they are to be tried */
  constructor(schemes: readonly [BatchScheme, ...BatchScheme[]]) {
    [this.current, ...this.rest] = schemes;
  }

  /** Whether every scheme that is worth it was tried. */
  get settled(): boolean {
    return this.rest.length === 0 && this.best?.scheme === this.current;
  }

  /** Takes the tokens, those of padding not counted, and the time of one batch; one of an earlier scheme is passed over. */
  record(scheme: BatchScheme, tokens: number, milliseconds: number): void {
    if (scheme !== this.current || this.settled) return;
    this.tally = { tokens: this.tally.tokens + tokens, milliseconds: this.tally.milliseconds + milliseconds };
    if (this.tally.milliseconds >= TRIAL_MS * scheme.workers) this.judge();
  }

  /** Gives up batches of more than this many padded tokens, for good: the device cannot hold them. */
  limitTokens(batchTokens: number): void {
    const best = this.best && this.best.scheme.batchTokens <= batchTokens ? this.best : null;
    const scheme = best?.scheme ?? { ...this.current, batchTokens: Math.max(1, Math.min(batchTokens, this.current.batchTokens)) };
    this.rest = [];
    this.current = scheme;
    this.best = { scheme, rate: best?.rate ?? 0 };
  }

  private judge(): void {
    const perWorker = this.tally.tokens / this.tally.milliseconds;
    const rate = perWorker * this.current.workers;
    const gained = !this.best || rate > this.best.rate * GAIN;
    if (gained) this.best = { scheme: this.current, rate };
    this.without = gained ? 0 : this.without + 1;
    this.rest = this.without >= PATIENCE ? [] : this.rest.filter(({ batchTokens }) => batchTokens / perWorker <= LONGEST_BATCH_MS);
    this.tally = { tokens: 0, milliseconds: 0 };
    this.current = this.rest.shift() ?? this.best?.scheme ?? this.current;
  }
}
