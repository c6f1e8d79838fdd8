import type { Metadata } from "next";
import { getTranslator } from "@/app/_i18n/translator";
import { EmptyState } from "@/app/admin/_components/empty-state";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { openData } from "@/lib/features/admin-state/open-data";
import { readMap } from "@/lib/features/caption-map/read-map";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { readStats } from "@/lib/features/status/read-stats";
import { LayoutForm } from "./_components/layout-form";
import { LayoutJobs } from "./_components/layout-jobs";
import { LayoutRow } from "./_components/layout-row";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.layouts") }) };
}

export default async function LayoutsPage() {
  await requireAdmin("/admin/layouts");
  const { db } = await openData();
  const [t, map, jobs, stats] = await Promise.all([getTranslator(), readMap(), listJobs(db, { kinds: ["layout"], states: ["queued", "running"] }), readStats()]);
  return (
    <>
      <PageHeading heading={t("admin.layouts.heading")} lead={t("admin.layouts.lead")} />
      <LayoutJobs served={jobs} />
      <Section heading={t("admin.layouts.new")}>
        {map.generation ? <LayoutForm captions={map.generation.captions} languages={Object.keys(stats.languages)} /> : <EmptyState heading={t("admin.layouts.noIndex")}>{t("admin.layouts.noIndexHint")}</EmptyState>}
      </Section>
      <Section heading={t("admin.layouts.list")} aside={map.layouts.length > 0 ? map.layouts.length : undefined} className="mt-10">
        {map.layouts.length === 0
          ? <EmptyState heading={t("admin.layouts.none")}>{t("admin.layouts.noneHint")}</EmptyState>
          : <ul className="border-t border-rule">{map.layouts.map((layout) => <LayoutRow key={layout.id} layout={layout} shown={layout.id === map.current} older={layout.generation !== map.generation?.id} />)}</ul>}
      </Section>
    </>
  );
}
