"use client";

import { useLocale } from "use-intl";
import { useClock } from "../_components/use-clock";
import { formatDuration } from "../_lib/format-quantity";

/** Counts the seconds from a moment on. @param since ISO 8601 */
export function RunningTime({ since }: { since: string }) {
  const seconds = Math.max(0, Math.floor((useClock(1) - Date.parse(since)) / 1000));
  return <span className="whitespace-nowrap tabular-nums">{formatDuration(seconds, useLocale())}</span>;
}
