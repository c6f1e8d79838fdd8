import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { defaultLocale, isLocale, locales, type Locale } from "./locale";

/**
 * The interface language: what the reader chose, else the first of their languages that there is, else the default.
 * @param chosen value of the language cookie
 * @param acceptLanguage the header as sent
 */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = new Negotiator({ headers: { "accept-language": acceptLanguage ?? "" } }).languages().filter(isTag);
  const found = match(wanted, [...locales], defaultLocale);
  return isLocale(found) ? found : defaultLocale;
}

/** "*" and broken tags would make the matcher throw. */
function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
