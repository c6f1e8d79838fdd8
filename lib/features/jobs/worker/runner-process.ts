import { fork, type ChildProcess } from "node:child_process";
import { ownIdentity } from "@/lib/core/process-identity";
import { isAskedToCancel } from "../cancel-file";
import { END } from "./runner-protocol";

/** Milliseconds between two looks whether its job is to be cancelled, and that it then has to end by itself. */
const LOOK_EVERY = 100;
const CANCEL_WITHIN = 500;
/** Characters of what it wrote last that are kept: a crash tells its reason there. */
const KEPT = 2000;

export interface RunnerEnd {
  jobId: number;
  pid: number;
  /** Null where a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  /** It was to be ended, so that its job is no crash. */
  cancelled: boolean;
  putBack: boolean;
  /** The end of what it wrote to stderr. */
  output: string;
}

interface RunnerOptions {
  /** The program, which takes the job's id and this process's identity. */
  program: string;
  dataDir: string;
  jobId: number;
}

/** The process that does one job. */
export class RunnerProcess {
  readonly ended: Promise<RunnerEnd>;
  private readonly child: ChildProcess;
  private readonly timer: NodeJS.Timeout;
  private askedAt: number | null = null;
  private isPutBack = false;
  private output = "";

  constructor(private readonly options: RunnerOptions) {
    const { program, jobId } = options;
    // Of its stdout nothing is wanted; what it logs goes where this process logs.
    this.child = fork(program, [String(jobId), ownIdentity()], { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.output = (this.output + text).slice(-KEPT);
      process.stderr.write(text);
    });
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.ended = new Promise((resolve) => {
      this.child.once("error", () => resolve(this.describeEnd(null, null)));
      this.child.once("close", (code, signal) => resolve(this.describeEnd(code, signal)));
    });
  }

  /** Lets it leave its job to another. */
  end(): void {
    this.isPutBack = true;
    if (this.child.connected) this.child.send(END);
  }

  kill(): void {
    this.child.kill("SIGKILL");
  }

  private look(): void {
    if (this.askedAt === null && isAskedToCancel(this.options.dataDir, this.options.jobId)) this.askedAt = performance.now();
    if (this.askedAt !== null && performance.now() - this.askedAt >= CANCEL_WITHIN) this.kill();
  }

  private describeEnd(code: number | null, signal: NodeJS.Signals | null): RunnerEnd {
    clearInterval(this.timer);
    const { jobId, dataDir } = this.options;
    return { jobId, pid: this.child.pid ?? 0, code, signal, cancelled: isAskedToCancel(dataDir, jobId), putBack: this.isPutBack, output: this.output };
  }
}
