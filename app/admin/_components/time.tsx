"use client";

import { useLocale, useTranslations } from "use-intl";
import { formatInstant, formatSince } from "../_lib/format-time";
import { useClock, useTimeZone } from "./use-clock";

/** “3 minutes ago”, kept true; the exact time shows when pointed at. @param at ISO 8601 */
export function RelativeTime({ at }: { at: string }) {
  const [locale, t] = [useLocale(), useTranslations()];
  const since = (useClock(10) - Date.parse(at)) / 1000;
  const zone = useTimeZone();
  return <time dateTime={at} title={formatInstant(at, locale, zone)} className="whitespace-nowrap">{since < 10 ? t("admin.shell.time.now") : formatSince(since, locale)}</time>;
}

/** Date and time to the second, where the reader is. @param at ISO 8601 */
export function ExactTime({ at }: { at: string }) {
  return <time dateTime={at} className="tabular-nums">{formatInstant(at, useLocale(), useTimeZone())}</time>;
}
