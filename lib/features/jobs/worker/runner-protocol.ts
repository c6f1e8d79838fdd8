/** What a worker tells its runner: end, and leave the job to another. */
export const END = "end";

/** Exit codes of a runner: its job has ended or is not to be run any more; the database or the data folder cannot be used now, whatever the job. */
export const RUNNER_EXIT = { ended: 0, unavailable: 75 } as const;
