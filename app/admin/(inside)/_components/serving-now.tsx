"use client";

import { useTranslations } from "use-intl";
import { useLive } from "@/app/admin/_components/live-state";

/** Which generation this server answers with: for a moment another one than the active. Both ids as the page was rendered. */
export function ServingNow(served: { active: string; serving: string | null }) {
  const t = useTranslations();
  const { active, serving } = useLive().overview ?? served;
  if (serving === null) return <span className="text-warn">{t("admin.jobs.overview.servingNone")}</span>;
  return serving === (active ?? served.active) ? t("admin.jobs.overview.servingIt") : <span className="text-warn">{t("admin.jobs.overview.servingOther", { id: serving })}</span>;
}
