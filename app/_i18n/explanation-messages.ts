import type { Locale } from "./locale";
import explanationEn from "./messages/explanation.en.json";
import explanationJa from "./messages/explanation.ja.json";

export type ExplanationMessages = typeof explanationEn;

/** What explanations of hits and of pairs of sentences say. */
export const explanationMessages: Record<Locale, ExplanationMessages> = { en: explanationEn, ja: explanationJa };
