"use client";

import clsx from "clsx";
import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { Forecast } from "@/lib/features/reindexing/reindex-types";

/** Disk and memory: what is needed, and what there is. */
export function ForecastRoom({ forecast: { disk, memory } }: { forecast: Forecast }) {
  const t = useTranslations("admin.index.forecast");
  const locale = useLocale();
  const size = (bytes: number) => formatBytes(bytes, locale);
  return (
    <dl className="space-y-2 border-t border-rule pt-3 tabular-nums">
      <Room name={t("disk")} fits={disk.fits} text={t("diskFacts", { needed: size(disk.needed), free: size(disk.free) })} />
      <Room name={t("memory")} fits={memory.fits} text={[t("memoryBuild", { size: size(memory.build) }), t("memoryServe", { size: size(memory.serve) }), t("memoryFree", { size: size(memory.available) })].join(locale === "ja" ? "、" : ", ")} />
    </dl>
  );
}

function Room({ name, fits, text }: { name: string; fits: boolean; text: string }) {
  const t = useTranslations("admin.index.gate");
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <Icon name={fits ? "check" : "alert"} className={clsx("mt-0.75 size-3.5", fits ? "text-good" : "text-warn")} />
      <dt>{name}<span className="sr-only"> ({fits ? t("passed") : t("failed")})</span></dt>
      <dd className="col-start-2 text-muted">{text}</dd>
    </div>
  );
}
