const UNITS = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]] as const;

/** @param seconds since it was @returns “5 minutes ago”, in the largest unit that fits */
export function formatSince(seconds: number, locale: string): string {
  const [unit, length] = UNITS.find(([, unitLength]) => seconds >= unitLength) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-Math.floor(seconds / length), unit);
}

/** @param at ISO 8601 @param timeZone the machine's where left out */
export function formatInstant(at: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone }).format(new Date(at));
}

/** The time of day, to the second, written alike everywhere so that lines stand in columns. @param at ISO 8601 */
export function formatClock(at: string, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone }).format(new Date(at));
}
