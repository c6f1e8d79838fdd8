import type { Locale } from "./locale";
import compareEn from "./messages/compare.en.json";
import compareJa from "./messages/compare.ja.json";

export type CompareMessages = typeof compareEn;

/** What the page that compares sentences says. */
export const compareMessages: Record<Locale, CompareMessages> = { en: compareEn, ja: compareJa };
