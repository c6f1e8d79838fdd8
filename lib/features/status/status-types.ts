export interface CollectionStats {
  name: string;
  images: number;
  captions: number;
  /** Captions by BCP 47 tag. */
  languages: Record<string, number>;
}

/** GET /api/v1/stats */
export interface Stats {
  images: number;
  captions: number;
  languages: Record<string, number>;
  collections: CollectionStats[];
  /** The generation that searches use; null while there is none. */
  generation: { id: string; captions: number; createdAt: string; model: string; dimensions: number; device: string } | null;
  /** Captions in the database that the generation in use should have by its selection, and does not have yet. */
  pending: number;
}

export type HealthStatus = "ok" | "degraded" | "building" | "failing";

/** GET /api/v1/health: 200 for ok, degraded and building, 503 for failing. */
export interface Health {
  status: HealthStatus;
  version: string;
  /** What searches use now; null while nothing is loaded. */
  generation: string | null;
  /** What is active by the database: another one than `generation` for as long as it is being loaded or cannot be used. Null before there is an index. */
  active: string | null;
  /** The encoder of that generation, the length of its vectors, and what queries are embedded on. */
  model: { id: string; dimensions: number; device: string } | null;
  /** Each says what is wrong and what to do; empty when ok. */
  problems: { code: string; message: string }[];
  /** An ingest that is running now. */
  job: {
    kind: string;
    stage: string | null;
    done: number;
    total: number | null;
    /** What it embeds on; null before that is known. */
    device: string | null;
    passedOver: { device: string; reason: string }[];
  } | null;
  /** Seconds since the server started. */
  uptime: number;
}
