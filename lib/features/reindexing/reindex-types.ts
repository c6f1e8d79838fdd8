import type { HnswParameters } from "@/lib/vector-index/vector-index";
import type { Manifest } from "@/lib/vector-index/generation";
import type { EncoderWish } from "@/lib/features/models/encoder-wish";

/** Which captions a generation takes; null: all. */
export interface Selection {
  /** BCP 47 tags as the captions have them. */
  languages: string[] | null;
  collections: string[] | null;
}

/** What an activation takes out of the corpus. */
export interface Removal {
  sourceIds: number[];
  captionIds: number[];
}

/** How servers take a generation up: beside the one in use, or after letting that go, where memory is short. */
export type Swap = "beside" | "pause";

/** What a re-index is asked for; what is left out is as in the active generation. */
export interface ReindexRequest {
  encoder?: EncoderWish;
  hnsw?: Partial<HnswParameters>;
  selection?: Partial<Selection>;
  remove?: Removal;
  /** Builds the graph anew where the active one could be continued. */
  full?: boolean;
  /** Activates though the gate fails; this is recorded. */
  force?: boolean;
  swap?: Swap;
}

/** A query that the compared generation answered and this one does not. Ranks count from 1; null: not among the first 10. */
export interface LostQuery {
  text: string;
  /** What should be found. */
  image: { collection: string; id: string };
  rankBefore: number | null;
  rankAfter: number | null;
}

/** Share (0 … 1) of queries that find what they should among the first 10, in both generations, over the captions that both have. */
export interface FindComparison {
  queries: number;
  before: number | null;
  after: number;
  /** 50 at most, those that stood highest before first. */
  lost: LostQuery[];
  gained: number;
}

/** How a generation searches, measured before it becomes active. */
export interface GateReport {
  passed: boolean;
  /** One sentence for each reason why it did not pass. */
  failures: string[];
  checkedAt: string;
  seconds: number;
  /** The generation it was compared with; null for the first one. */
  comparedWith: string | null;
  /** Null: every file has the size and SHA-256 of its manifest. */
  fileFault: string | null;
  counts: { expected: number; found: number };
  /** recall@10 of the graph against exact search with the generation's ef; null where there are too few captions to measure. */
  recall: { value: number; target: number; queries: number } | null;
  /** Captions that should find a sibling, a caption of the same image; null where fewer than 50 have one. */
  siblings: FindComparison | null;
  /** Pinned queries; null where there are none. */
  pinned: FindComparison | null;
  /** Pinned queries that were not asked, as none of their images is in both generations. */
  pinnedLeftOut?: number;
  /** Most that `after` may lie below `before`. */
  margin: number;
}

/** "candidate": built, not judged; "active"; "ready": kept for going back; "refused": failed its gate; "retired": removed from disk. */
export type GenerationState = "candidate" | "active" | "ready" | "refused" | "retired";

export interface GenerationView {
  id: string;
  state: GenerationState;
  model: { id: string; sha256: string; dimensions: number };
  count: number;
  languages: string[];
  collections: string[];
  hnsw: HnswParameters;
  /** What embedded last. */
  device: string;
  selection: Selection;
  removes: Removal;
  /** On disk; 0 once retired. */
  bytes: number;
  gate: GateReport | null;
  forced: boolean;
  swap: Swap;
  jobId: number | null;
  createdAt: string;
  activatedAt: string | null;
  manifest: Manifest;
}

/** What a re-index would do, before it is started. */
export interface Forecast {
  /** Captions of the new generation, and how many of them have a vector already. */
  captions: number;
  reused: number;
  toEmbed: number;
  /** `dimensionChoices`: lengths that the vectors may have; null where the model has to be opened or fetched to know. `toFetch`: it has to be downloaded first. */
  model: { id: string; dimensions: number; dimensionChoices: number[] | null; toFetch: boolean };
  /** Whether the active graph is continued. */
  continued: boolean;
  /** Seconds; null where no rate is known. */
  seconds: { embed: number | null; index: number | null; gate: number | null; total: number | null };
  /** Captions a second, and the job or measurement that they come from; null where nothing was measured yet. */
  rates: { embed: { value: number; from: string } | null; index: { value: number; from: string } | null };
  disk: { needed: number; free: number; fits: boolean };
  /** Bytes: at the peak of the build, for the new generation in a server, and what the machine has. */
  memory: { build: number; serve: number; available: number; fits: boolean };
  /** Where memory for two generations is short. */
  suggestedSwap: Swap;
  /** Why it would wait if it was started now. */
  waitsFor: string | null;
}

export interface ReindexSummary {
  embedded: number;
  embeddedPerSecond: number | null;
  /** The active generation afterwards. */
  generation: string | null;
  newGeneration: boolean;
  captionsInIndex: number;
  model: { id: string; dimensions: number };
  device: string | null;
  gate: GateReport | null;
  notices: string[];
  seconds: number;
}

export interface SourceView {
  id: number;
  collection: string;
  name: string;
  language: string | null;
  licence: string | null;
  description: string | null;
  url: string | null;
  sha256: string;
  /** Captions that are not removed, and how many of each language. */
  captions: number;
  languages: Record<string, number>;
  images: number;
  importedAt: string;
  removedAt: string | null;
}

export interface GoldenQueryView {
  id: number;
  text: string;
  expected: { collection: string; id: string }[];
  createdBy: string;
  createdAt: string;
}

export interface IndexSettings {
  /** Least recall@10 of the graph, 0 … 1. */
  recallTarget: number;
  /** Most by which a new generation may find worse, 0 … 1. */
  margin: number;
  /** Generations kept on disk, the active one included. */
  keep: number;
}
