/** What a cosine means for captions of one language found by queries of one language. */
export interface PairCalibration {
  /** Language of the queries, and of the captions, as the index names them. */
  query: string;
  caption: string;
  /** Captions that were asked as queries, and their images. */
  queries: number;
  images: number;
  /** By length of the query, the shortest first; empty where it cannot be told, for the reason given. */
  curves: RelevanceCurve[];
  reliability: Reliability | null;
  /** "no_siblings": no image has captions in both languages (in one language: several). "few_images": too few have. */
  reason: "no_siblings" | "few_images" | null;
}

/** By ascending cosine, of a query's first hits the share that shows its image; straight lines in between, level beyond the ends. */
export interface RelevanceCurve {
  /** It is of queries of at most so many characters that are too long for the curve before; null: however long. */
  longest: number | null;
  cosines: number[];
  shares: number[];
}

/** How true the curves are for the first hits of queries about images that they were not fitted on. */
export interface Reliability {
  queries: number;
  hits: number;
  /** Share of the hits that show the image of the query. */
  prior: number;
  /** Mean squared difference between what is told and what is; 0 is best. */
  brier: number;
  /** The same, of always telling the prior. */
  brierOfPrior: number;
  /** Expected calibration error: the mean difference between what is told and what is, over the bins. */
  ece: number;
  bins: ReliabilityBin[];
}

/** Hits of which nearly the same relevance is told. */
export interface ReliabilityBin {
  hits: number;
  /** Mean of what is told, and the share that shows the image. */
  told: number;
  observed: number;
}

/** What cosines mean in a generation, learnt from its own captions. */
export interface Calibration {
  formatVersion: 1;
  /** ISO 8601, UTC. */
  createdAt: string;
  seed: number;
  seconds: number;
  /** 95 of 100 captions have a caption of another image at least this near: what is further away from a query than that is not close. Null for a handful of captions. */
  closeFrom: number | null;
  pairs: PairCalibration[];
}
