"use client";

import { useLocale, useTranslations } from "use-intl";
import { usePercent } from "@/app/admin/_components/use-percent";
import type { LayoutView } from "@/lib/features/caption-map/map-types";

const SHARES = ["neighboursKept", "neighboursTrue", "sameGroup"] as const;
const VALUES = ["trustworthiness", "divergence"] as const;

/** Each figure with what it says. */
export function LayoutQualityList({ quality }: { quality: LayoutView["quality"] }) {
  const t = useTranslations("admin.layouts");
  const [locale, percent] = [useLocale(), usePercent()];
  const figures = [
    ...SHARES.map((name) => ({ name, value: quality[name] === null ? null : percent(quality[name]) })),
    ...VALUES.map((name) => ({ name, value: quality[name]?.toLocaleString(locale, { maximumFractionDigits: 3 }) ?? null })),
  ];
  return (
    <dl aria-label={t("quality")} className="min-w-0 space-y-2 text-sm">
      {figures.filter(({ value }) => value !== null).map(({ name, value }) => (
        <div key={name}>
          <dt className="inline font-medium">{t(name)}</dt>
          <dd className="ml-3 inline tabular-nums">{value}</dd>
          <dd className="text-xs leading-relaxed text-muted">{t(`${name}Hint`)}</dd>
        </div>
      ))}
    </dl>
  );
}
