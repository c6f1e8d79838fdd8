"use client";

import { useTranslations } from "use-intl";
import type { WorkerView } from "@/lib/features/jobs/job-types";
import { Badge } from "@/app/admin/_components/badge";
import { Command } from "@/app/admin/_components/command";
import { useLive } from "@/app/admin/_components/live-state";
import { Section } from "@/app/admin/_components/section";
import { RelativeTime } from "@/app/admin/_components/time";

/** The processes that take jobs; where there is none, how to start one. */
export function Workers({ served }: { served: WorkerView[] }) {
  const t = useTranslations();
  const workers = useLive().overview?.workers ?? served;
  const alive = workers.filter((worker) => worker.alive);
  return (
    <Section framed heading={t("admin.jobs.overview.workers")} aside={t("admin.jobs.overview.workersAlive", { count: alive.length })}>
      {workers.length > 0 && (
        <ul className="space-y-1.5 text-sm">
          {workers.map((worker) => (
            <li key={worker.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={worker.alive ? "good" : "neutral"} icon={worker.alive ? "check" : "stop"}>{worker.alive ? t("admin.jobs.overview.workerAlive") : t("admin.jobs.overview.workerGone")}</Badge>
              <span className="min-w-0 font-mono text-xs wrap-anywhere">{worker.id.split(":").slice(0, -1).join(":")}</span>
              <span className="ml-auto text-xs text-muted">{t.rich("admin.jobs.overview.workerSince", { when: () => <RelativeTime at={worker.startedAt} /> })}</span>
            </li>
          ))}
        </ul>
      )}
      {alive.length === 0 && <div className="mt-3 text-sm first:mt-0"><p className="mb-2 text-warn">{t("admin.jobs.overview.noWorker")}</p><Command text="npm run worker" /></div>}
    </Section>
  );
}
