/** Milliseconds between two reports of one file. */
const REPORT_EVERY = 100;

export interface TransferProgress {
  stage: "download";
  unit: "bytes";
  done: number;
  total: number | null;
  /** Bytes per second, those of earlier runs not counted. */
  rate: number | null;
  etaSeconds: number | null;
  file: string;
}

/** Measures downloads, one after another, and reports them: at the start of each, now and then, and at its end. */
export class TransferMeter {
  private file = "";
  private start: { at: number; bytes: number } | null = null;
  private reportedAt = 0;

  constructor(
    private readonly report: (progress: TransferProgress) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  begin(file: string): void {
    this.file = file;
    this.start = null;
  }

  advanceTo(done: number, total: number | null): void {
    const now = this.now();
    const first = this.start === null;
    this.start ??= { at: now, bytes: done };
    if (!first && done !== total && now - this.reportedAt < REPORT_EVERY) return;
    this.reportedAt = now;
    const rate = now > this.start.at && done > this.start.bytes ? (1000 * (done - this.start.bytes)) / (now - this.start.at) : null;
    this.report({ stage: "download", unit: "bytes", done, total, rate, etaSeconds: rate && total !== null ? (total - done) / rate : null, file: this.file });
  }
}
