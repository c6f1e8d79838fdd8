"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { DeviceChoice } from "@/lib/core/devices";

/** What a job computes on, and why not on others. @param bare where its name stands beside it */
export function DeviceLine({ device: choice, bare = false }: { device: DeviceChoice | null; bare?: boolean }) {
  const t = useTranslations();
  if (!choice) return null;
  const passedOver = choice.reports.filter(({ outcome }) => outcome === "passed over");
  return (
    <div className="min-w-0">
      {!bare && `${t("admin.jobs.job.device")} `}<span className="text-ink">{choice.device}</span>
      {passedOver.length > 0 && (
        <details className={bare ? "text-xs text-muted" : "inline-block align-top"}>
          <summary className={clsx("inline-block min-h-6 underline decoration-edge underline-offset-4 hover:text-ink", !bare && "ml-3")}>{t("admin.jobs.job.passedOver")}</summary>
          <ul lang="en" className="mt-1 space-y-0.5">
            {passedOver.map(({ device, reason }) => <li key={device} className="wrap-anywhere"><span className="text-ink">{device}</span>: {reason}</li>)}
          </ul>
        </details>
      )}
    </div>
  );
}
