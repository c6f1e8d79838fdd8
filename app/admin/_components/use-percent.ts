"use client";

import { useCallback } from "react";
import { useLocale } from "use-intl";

/** Writes shares (0 … 1) in per cent, cut after one digit behind the point: 100 % is all. */
export function usePercent(): (share: number) => string {
  const locale = useLocale();
  return useCallback((share) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(Math.floor(share * 1000 + 1e-6) / 1000), [locale]);
}
