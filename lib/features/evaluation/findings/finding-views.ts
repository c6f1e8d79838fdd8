import type { FailureDetail, FindingKind } from "./finding-types";

export interface FoundImage {
  collection: string;
  id: string;
  /** As of ImageSummary. */
  url: string | null;
}

/** A caption as it reads now. Language, text and image are null where it is not in the database any more. */
export interface ShownCaption {
  id: string;
  language: string | null;
  text: string | null;
  image: FoundImage | null;
}

export interface ScoredView extends ShownCaption {
  /** A cosine, rounded to 4 digits. */
  score: number;
}

export interface FailureView extends Pick<FailureDetail, "chosen" | "from" | "to" | "rank"> {
  query: ShownCaption;
  /** The caption of its image that is nearest. */
  right: ScoredView;
  /** The first captions found. */
  found: ScoredView[];
}

export interface GapView {
  image: FoundImage | null;
  languages: [string, string];
  /** Mean cosine between the captions of either language, and of the two that are furthest apart. */
  agreement: number;
  score: number;
  captions: [ShownCaption, ShownCaption];
}

export interface OddView {
  caption: ShownCaption;
  /** Place of its image among what it finds, from 1. */
  rank: number;
  /** The other caption of its image that it is nearest to. */
  nearest: ScoredView;
  /** The caption of another image that it is nearest to. */
  found: ScoredView | null;
}

export interface AlikeView {
  /** Cosine of the mean captions of the two images, and of their nearest captions. */
  score: number;
  nearest: number;
  captions: [ShownCaption, ShownCaption];
}

export interface FindingViews {
  failure: FailureView;
  gap: GapView;
  caption: OddView;
  alike: AlikeView;
}

export type FindingPages = { [Kind in FindingKind]: { kind: Kind; total: number; findings: FindingViews[Kind][] } };
export type FindingPage = FindingPages[FindingKind];
