/** A caption by its id, with its cosine to what it is compared with. */
export interface ScoredId {
  caption: number;
  score: number;
}

/** A query that did not find its image first. */
export interface FailureDetail {
  /** One of the worst, or of a seeded sample of all. */
  chosen: "worst" | "sample";
  from: string;
  to: string;
  /** Caption that was asked. */
  query: number;
  /** Place of its image, from 1. */
  rank: number;
  /** The caption of its image that is nearest. */
  right: ScoredId;
  /** The first captions found, best first. */
  found: ScoredId[];
}

/** An image whose captions in two languages part. */
export interface GapDetail {
  image: number;
  languages: [string, string];
  /** Mean cosine between the captions of either language. */
  agreement: number;
  /** The two that are furthest apart, and their cosine. */
  captions: [number, number];
  score: number;
}

/** A caption that finds its own image badly. */
export interface CaptionDetail {
  caption: number;
  image: number;
  rank: number;
  /** The other caption of its image that it is nearest to. */
  nearest: ScoredId;
  /** The caption of another image that it is nearest to. */
  found: ScoredId | null;
}

/** Two images that captions hardly tell apart. */
export interface AlikeDetail {
  images: [number, number];
  /** Cosine of their mean captions. */
  score: number;
  /** The nearest captions of the two, and their cosine. */
  captions: [number, number];
  nearest: number;
}

export interface FindingDetails {
  failure: FailureDetail;
  gap: GapDetail;
  caption: CaptionDetail;
  alike: AlikeDetail;
}

export type FindingKind = keyof FindingDetails;

export type Findings = { [Kind in FindingKind]: FindingDetails[Kind][] };

export const FINDING_KINDS = ["failure", "gap", "caption", "alike"] as const satisfies readonly FindingKind[];
