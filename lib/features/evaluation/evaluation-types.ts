import type { EfRecall } from "./retrieval/recall-by-ef";
import type { RetrievalFigures } from "./retrieval/retrieval-figures";
import type { ParallelFigures } from "./sentences/measure-parallel";
import type { SimilarityFigures } from "./sentences/measure-similarity";

/** A direction that cannot be measured: no image has captions to ask and captions to find, or too few have. */
export interface MissingRetrieval {
  from: string;
  to: string;
  images: number;
}

export interface GenerationFigures {
  id: string;
  captions: number;
  retrieval: RetrievalFigures[];
  missing: MissingRetrieval[];
  /** Null where there are too few captions. */
  graph: { k: number; queries: number; ef: number; byEf: EfRecall[] } | null;
}

/** How well an index or an encoder finds; the same generation, files and seed give the same figures. */
export interface EvaluationReport {
  formatVersion: 1;
  seed: number;
  model: { name: string; sha256: string; dimensions: number };
  /** Null where another encoder was measured on sentences alone. */
  generation: GenerationFigures | null;
  similarity: SimilarityFigures[];
  parallel: ParallelFigures[];
  seconds: number;
}

/** An evaluation as people and programs see it. */
export interface EvaluationView {
  id: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  jobId: number | null;
  report: EvaluationReport;
}
