import type { TeamTask } from "../tsne/team";

export interface ThreadSetup extends TeamTask {
  /** Which part of the work is this thread's. */
  part: number;
}

export type ThreadRequest = { kind: "calibrate" } | { kind: "symmetrise" } | { kind: "run"; first: number; end: number } | { kind: "divergence" };

export interface ThreadReply {
  value: number;
}
