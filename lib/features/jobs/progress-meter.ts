export interface JobProgress {
  stage: string;
  done: number;
  /** Null where not known beforehand. */
  total: number | null;
  /** Items (captions, unless the stage is about something else) per second in this stage. */
  rate: number;
  etaSeconds: number | null;
  /** What computes. */
  device: string | null;
  /** The file being read. */
  file: string | null;
}

/** Milliseconds between two reports of one stage. */
const REPORT_EVERY = 100;

/** Measures a stage and reports it: at its start, now and then, and at its end. */
export class ProgressMeter {
  private progress: JobProgress = { stage: "check", done: 0, total: null, rate: 0, etaSeconds: null, device: null, file: null };
  private stageStart = 0;
  private reportedAt = 0;

  constructor(private readonly report: (progress: JobProgress) => void) {}

  get current(): JobProgress {
    return this.progress;
  }

  begin(stage: string, total: number | null, about: { device?: string; file?: string } = {}): void {
    this.stageStart = performance.now();
    this.progress = { stage, done: 0, total, rate: 0, etaSeconds: null, device: about.device ?? null, file: about.file ?? null };
    this.emit(true);
  }

  /** @param share how much of the stage is done (0 … 1), where the total is not known */
  advanceTo(done: number, share?: number): void {
    const seconds = (performance.now() - this.stageStart) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const finished = share ?? (this.progress.total ? done / this.progress.total : 0);
    this.progress = { ...this.progress, done, rate, etaSeconds: finished > 0 ? (seconds * (1 - finished)) / finished : null };
    this.emit(false);
  }

  /** What computes has changed. */
  moveTo(device: string): void {
    this.progress = { ...this.progress, device };
  }

  /** @returns items per second over the whole stage */
  end(): number {
    this.emit(true);
    return this.progress.rate;
  }

  private emit(always: boolean): void {
    const now = performance.now();
    if (!always && now - this.reportedAt < REPORT_EVERY) return;
    this.reportedAt = now;
    this.report(this.progress);
  }
}
