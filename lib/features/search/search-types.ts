/** A caption with its cosine similarity to the query, rounded to 4 digits. */
export interface ScoredCaption {
  id: string;
  language: string;
  text: string;
  score: number;
}

export interface ImageSummary {
  collection: string;
  id: string;
  /** Where the picture is: absolute (http, https), or a path of this app. Null where none is known. */
  url: string | null;
  width: number | null;
  height: number | null;
  captionCount: number;
}

/** group=image: an image with all its captions that pass the filters, best first. group=none: one caption. */
export interface SearchHit {
  score: number;
  image: ImageSummary;
  captions: ScoredCaption[];
}

export interface SearchResponse {
  query: string;
  /** Id of the generation that answered. */
  generation: string;
  model: { id: string; dimensions: number; device: string };
  /** Milliseconds. */
  took: { embed: number; search: number; total: number };
  /** How many hits there are in all, with these filters and minScore. */
  total: number;
  hits: SearchHit[];
}

/** GET /api/v1/captions/{id}/similar: as a search, with the caption itself as the query. */
export interface SimilarResponse extends SearchResponse {
  caption: { id: string; language: string; text: string; image: { collection: string; id: string } };
}
