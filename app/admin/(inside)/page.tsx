import type { Metadata } from "next";
import { AutoRefresh } from "@/app/_components/auto-refresh";
import { getTranslator } from "@/app/_i18n/translator";
import { openData } from "@/lib/features/admin-state/open-data";
import { readOverview } from "@/lib/features/admin-state/read-overview";
import { PageHeading } from "../_components/page-heading";
import { requireAdmin } from "../_lib/require-admin";
import { ActiveGeneration } from "./_components/active-generation";
import { Corpus } from "./_components/corpus";
import { DiskUse } from "./_components/disk-use";
import { JobsAtWork } from "./_components/jobs-at-work";
import { MemoryUse } from "./_components/memory-use";
import { Problems } from "./_components/problems";
import { ServerLine } from "./_components/server-line";
import { StatusBadge } from "./_components/status-badge";
import { Workers } from "./_components/workers";

/** Seconds after which disk, memory and the rest are measured anew. */
const MEASURED_EVERY = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.overview") }) };
}

export default async function OverviewPage() {
  await requireAdmin("/admin");
  const { db, dataDir } = await openData();
  const [t, overview] = await Promise.all([getTranslator(), readOverview(db, dataDir)]);
  return (
    <>
      <AutoRefresh seconds={MEASURED_EVERY} />
      <PageHeading heading={t("admin.jobs.overview.heading")} mark={<StatusBadge status={overview.status} />}>
        <ServerLine version={overview.version} uptime={overview.uptime} />
      </PageHeading>
      <div className="space-y-6">
        <Problems problems={overview.problems} />
        <JobsAtWork served={overview.running} queued={overview.queued} />
        <div className="grid items-start gap-4 md:grid-cols-2 md:gap-6">
          <div className="grid gap-4 md:gap-6">
            <ActiveGeneration overview={overview} />
            <Workers served={overview.workers} />
          </div>
          <div className="grid gap-4 md:gap-6">
            <Corpus overview={overview} />
            <DiskUse disk={overview.disk} />
            <MemoryUse memory={overview.memory} />
          </div>
        </div>
      </div>
    </>
  );
}
