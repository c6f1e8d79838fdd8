import type { JobView, WorkerView } from "@/lib/features/jobs/job-types";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import type { CollectionStats, Health } from "@/lib/features/status/status-types";

/** GET /api/v1/admin/overview. Sizes in bytes. */
export interface Overview {
  version: string;
  /** Seconds since the server started. */
  uptime: number;
  status: Health["status"];
  problems: Health["problems"];
  active: GenerationView | null;
  /** What this server answers with now: another one than `active` for as long as that is being loaded. */
  serving: string | null;
  model: Health["model"];
  captions: number;
  images: number;
  collections: CollectionStats[];
  /** Captions that are in the database and not in the index. */
  pending: number;
  disk: { database: number; generations: number; downloads: number; uploads: number; models: number; free: number; total: number };
  memory: { server: number; available: number; total: number };
  workers: WorkerView[];
  running: JobView[];
  queued: number;
}

/** What GET /api/v1/admin/events tells besides jobs: `event: overview`. */
export interface LiveOverview {
  workers: WorkerView[];
  /** The generation that the server answers with. */
  serving: string | null;
  /** The generation that is to be answered with. */
  active: string | null;
  /** Captions that are not in the index. */
  pending: number;
}
