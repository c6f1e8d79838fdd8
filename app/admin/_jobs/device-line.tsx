"use client";

import { useTranslations } from "use-intl";
import type { DeviceChoice } from "@/lib/core/devices";

/** What a job computes on, and why not on others. */
export function DeviceLine({ device: choice }: { device: DeviceChoice | null }) {
  const t = useTranslations();
  if (!choice) return null;
  const passedOver = choice.reports.filter(({ outcome }) => outcome === "passed over");
  return (
    <div className="min-w-0">
      {t("admin.jobs.job.device")} <span className="text-ink">{choice.device}</span>
      {passedOver.length > 0 && (
        <details className="inline-block align-top">
          <summary className="ml-3 inline-block min-h-6 underline decoration-edge underline-offset-4 hover:text-ink">{t("admin.jobs.job.passedOver")}</summary>
          <ul lang="en" className="mt-1 space-y-0.5">
            {passedOver.map(({ device, reason }) => <li key={device} className="wrap-anywhere"><span className="text-ink">{device}</span>: {reason}</li>)}
          </ul>
        </details>
      )}
    </div>
  );
}
