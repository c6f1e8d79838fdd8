/** How far a stage of a command is. */
export interface CommandProgress {
  stage: string;
  done: number;
  /** Null where not known beforehand. */
  total: number | null;
  /** Items per second in this stage. */
  rate?: number | null;
  etaSeconds?: number | null;
  /** What computes: "cpu", "cuda". */
  device?: string | null;
  /** The file at hand. */
  file?: string | null;
  /** What is counted; "captions" unless given; "bytes" are shown in megabytes. */
  unit?: string;
}

export interface ProgressReporter {
  report(progress: CommandProgress): void;
  /** Lets something else be written, above the line that updates. */
  aside(write: () => void): void;
  /** @param finished false where the command failed or was stopped, so that the last stage is not called done */
  close(finished: boolean): void;
}
