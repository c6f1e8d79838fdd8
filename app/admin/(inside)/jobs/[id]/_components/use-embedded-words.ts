"use client";

import { useLocale, useTranslations } from "use-intl";
import { formatRate } from "@/app/admin/_lib/format-quantity";

/** How many captions were embedded, and how fast. */
export function useEmbeddedWords(): (summary: { embedded: number; embeddedPerSecond: number | null }) => string {
  const [t, locale] = [useTranslations(), useLocale()];
  return ({ embedded, embeddedPerSecond }) =>
    embedded > 0 && embeddedPerSecond !== null ? t("admin.jobs.result.embeddedRate", { count: embedded, rate: formatRate(embeddedPerSecond, locale) }) : t("admin.jobs.result.embeddedValue", { count: embedded });
}
