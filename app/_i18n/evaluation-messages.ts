import type { Locale } from "./locale";
import evaluationEn from "./messages/evaluation.en.json";
import evaluationJa from "./messages/evaluation.ja.json";

export type EvaluationMessages = typeof evaluationEn;

/** What the page about how well captions are found says. */
export const evaluationMessages: Record<Locale, EvaluationMessages> = { en: evaluationEn, ja: evaluationJa };
