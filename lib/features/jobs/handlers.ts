import type { JobHandler } from "./job-context";
import type { JobKind } from "./job-types";

/** A handler whose types of parameters and result are its own business. */
export type AnyJobHandler = JobHandler<unknown, unknown>;

/** What it runs with is what its own schema made of the row's parameters. */
export const eraseTypes = <Parameters, Result>(handler: JobHandler<Parameters, Result>) => handler as unknown as AnyJobHandler;

/** What each kind of job does, loaded when it is needed. Commands and runners import this, the server never: it brings encoders and their threads. */
export const handlers: Record<JobKind, () => Promise<AnyJobHandler>> = {
  ingest: async () => eraseTypes((await import("@/lib/features/ingestion/ingest-handler")).ingestHandler),
  reindex: async () => eraseTypes((await import("@/lib/features/reindexing/reindex-handler")).reindexHandler),
  layout: async () => eraseTypes((await import("@/lib/features/layouts/layout-handler")).layoutHandler),
  evaluate: async () => eraseTypes((await import("@/lib/features/evaluation/evaluate-handler")).evaluateHandler),
  verify: async () => eraseTypes((await import("@/lib/features/reindexing/verify-handler")).verifyHandler),
  prune: async () => eraseTypes((await import("@/lib/features/reindexing/prune-handler")).pruneHandler),
};
