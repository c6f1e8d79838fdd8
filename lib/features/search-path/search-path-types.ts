/** A node of the small index: a caption. */
export interface PathCaption {
  id: string;
  language: string;
  text: string;
}

/** A step of the search: the links of a node are followed. */
export interface PathStep {
  layer: number;
  node: number;
  /** Nodes that were not seen before: their distances are computed. */
  computed: number[];
  /** Those of them that came among the nearest that are kept in mind. */
  kept: number[];
}

export interface PathHit {
  node: number;
  /** Cosine with the query. */
  score: number;
}

/** What a search keeps in mind against what it finds and costs, on average over other captions of the corpus as queries. */
export interface EfPoint {
  ef: number;
  /** Share of the ten nearest that are found. */
  recall: number;
  /** Distances that are computed. */
  computations: number;
}

/** Answer of GET /api/v1/encoder/search-path. Nodes are numbered in the order in which they were put into the index. */
export interface SearchPath {
  query: string;
  generation: string;
  /** Captions of the generation, and of them in the small index. */
  corpus: number;
  /** Parameters of the generation's own index. */
  own: { m: number; ef: number };
  sample: number;
  m: number;
  ef: number;
  /** Nodes of each layer, the bottom one first. */
  layers: number[];
  /** Highest layer of each node. */
  levels: number[];
  /** x and y of each node on the first two principal components, from 0 to 1. */
  places: [number, number][];
  /** Place of the query likewise, at the edge where it lies beyond. */
  place: [number, number];
  /** Share of the variance that the two components show. */
  explained: number;
  /** From each layer, pairs of nodes with a link between them; of the bottom one, links that the search followed. */
  links: [number, number][][];
  steps: PathStep[];
  /** The step that is told of in `found`, from 1. */
  step: number;
  /** The nearest nodes that are kept in mind after that step, nearest first. */
  found: PathHit[];
  /** What the search ends with, and what is nearest in truth: ten each. */
  nearest: PathHit[];
  exact: PathHit[];
  /** Share of `exact` in `nearest`. */
  recall: number;
  /** Distances that were computed, of as many as there are nodes. */
  computations: number;
  /** Null where the corpus has no further captions to ask with. */
  curve: EfPoint[] | null;
  /** Captions of the nodes that steps and hits name. */
  captions: Record<number, PathCaption>;
}
