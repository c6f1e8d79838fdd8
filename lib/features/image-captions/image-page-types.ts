import type { ImageSummary } from "@/lib/features/search/search-types";

export interface ImageCaption {
  id: string;
  language: string;
  text: string;
  source: string;
}

export interface CaptionSource {
  name: string;
  language: string | null;
  licence: string | null;
  url: string | null;
}

/** Another image, and the pair of captions whose similarity joins it to this one. */
export interface NearestImage {
  image: ImageSummary;
  score: number;
  /** The caption of this image. */
  own: { id: string; language: string; text: string };
  /** The caption of the other image. */
  other: { id: string; language: string; text: string };
}

/** GET /api/v1/images/{collection}/{id} */
export interface ImagePage {
  image: ImageSummary & { originalUrl: string | null; licence: string | null };
  /** In file order, by language (ja first, then en, then the rest). */
  captions: ImageCaption[];
  /**
   * similarities[i][j]: cosine of captions[i] and captions[j], 4 digits; null where one of them is not in the index yet.
   */
  similarities: (number | null)[][];
  /** Mean cosine over all pairs of different captions; null with fewer than two indexed captions. */
  cohesion: number | null;
  /** The caption least like the others (mean cosine to them); null with fewer than three indexed captions. */
  oddOneOut: { id: string; meanSimilarity: number } | null;
  nearest: NearestImage[];
  sources: CaptionSource[];
  /** Neighbours by id within the collection; null at the ends. */
  previous: string | null;
  next: string | null;
  /** Null while no generation is active. */
  generation: string | null;
}
