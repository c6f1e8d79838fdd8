"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { LayoutQualityList } from "@/app/admin/(inside)/layouts/_components/layout-quality";
import { Facts } from "@/app/admin/_components/facts";
import type { LayoutSummary } from "@/lib/features/layouts/layout-types";

/** The layout that came of it. */
export function LayoutResult({ summary: { layout, newLayout, replaced } }: { summary: LayoutSummary }) {
  const t = useTranslations("admin.layouts");
  return (
    <div className="space-y-5">
      {!newLayout && <p className="text-sm">{t("result.unchanged")}</p>}
      <Facts facts={[
        { name: t("result.layout"), value: <Link href={`/map?layout=${layout.id}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{layout.id}</Link> },
        { name: t("facts.points"), value: [t(`pointsOf.${layout.unit}`, { count: layout.count }), layout.placed > 0 && t("placed", { count: layout.placed })].filter(Boolean).join(", ") },
        { name: t("result.replaced"), value: replaced.length > 0 ? replaced.join(", ") : null },
      ]} />
      <LayoutQualityList quality={layout.quality} />
    </div>
  );
}
