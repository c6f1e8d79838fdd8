export const locales = ["ja", "en"] as const;
export type Locale = (typeof locales)[number];

/** For readers who ask for neither. */
export const defaultLocale: Locale = "en";

/** Remembers the language a reader chose. */
export const LOCALE_COOKIE = "kotomap-language";

export function isLocale(value: string | undefined): value is Locale {
  return locales.includes(value as Locale);
}
