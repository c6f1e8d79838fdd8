"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { useLive } from "./live-state";

/** Whether what is shown is kept up to date, and how. */
export function LiveMark() {
  const t = useTranslations();
  const { connection } = useLive();
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden="true" className={clsx("size-1.5 rounded-full", connection === "live" ? "bg-good" : connection === "polling" ? "bg-warn" : "bg-edge")} />
      {t(`admin.shell.live.${connection}`)}
    </span>
  );
}
