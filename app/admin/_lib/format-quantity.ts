const SIZES = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

const inUnit = (locale: string, unit: string, options: Intl.NumberFormatOptions = {}) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", ...options });

/** Bytes in the unit (powers of 1000) in which they have one to three digits before the point. */
export function formatBytes(bytes: number, locale: string): string {
  if (bytes < 1000) return `${bytes.toLocaleString(locale)} B`;
  const power = Math.min(SIZES.length, Math.floor(Math.log10(bytes * 1.0005) / 3));
  return inUnit(locale, SIZES[power - 1] ?? "kilobyte", { maximumSignificantDigits: 3 }).format(bytes / 1000 ** power);
}

/** Seconds as people say them: “0.4 sec”, “12 sec”, “3 min 20 sec”, “2 hr 5 min”, “4 days 3 hr”. */
export function formatDuration(seconds: number, locale: string): string {
  if (seconds < 9.95) return inUnit(locale, "second", { maximumFractionDigits: 1 }).format(Math.max(0, seconds));
  const whole = Math.round(seconds);
  const parts = [["day", Math.floor(whole / 86_400)], ["hour", Math.floor(whole / 3600) % 24], ["minute", Math.floor(whole / 60) % 60], ["second", whole % 60]] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  const shown = parts.slice(first, first + 2).filter(([, count], place) => place === 0 || count > 0);
  return shown.map(([unit, count]) => inUnit(locale, unit).format(count)).join(" ");
}

/** Items per second: whole ones from ten on. */
export function formatRate(rate: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: rate < 10 ? 1 : 0 }).format(rate);
}

/** A share (0 … 1) in whole per cent, never 100 before it is all. */
export function formatShare(share: number, locale: string): string {
  const percent = share < 1 ? Math.min(0.99, Math.floor(share * 100) / 100) : 1;
  return new Intl.NumberFormat(locale, { style: "percent" }).format(percent);
}
