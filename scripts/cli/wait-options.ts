import type { Command } from "commander";

export interface WaitOptions {
  /** Undefined where neither was said. */
  wait?: boolean;
}

/** For commands that make a job. */
export function addWaitOptions(program: Command): Command {
  return program
    .option("--wait", "follow the job to its end (default on a terminal, and where no worker is running: the command does the job itself then)")
    .option("--no-wait", "make the job, print its number and end");
}
