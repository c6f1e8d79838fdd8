import type { Metadata } from "next";
import { getTranslator } from "@/app/_i18n/translator";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { openData } from "@/lib/features/admin-state/open-data";
import { listModels } from "@/lib/features/models/list-models";
import { listGenerations } from "@/lib/features/reindexing/list-generations";
import { readStats } from "@/lib/features/status/read-stats";
import { ReindexForm } from "./_components/reindex-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.reindex") }) };
}

export default async function ReindexPage() {
  await requireAdmin("/admin/reindex");
  const { db, dataDir } = await openData();
  const [t, models, generations, stats] = await Promise.all([getTranslator(), listModels(db), listGenerations(db, dataDir), readStats()]);
  return (
    <>
      <PageHeading heading={t("admin.index.reindex.heading")} lead={t("admin.index.reindex.lead")} />
      <ReindexForm models={models} active={generations.find(({ state }) => state === "active") ?? null}
        languages={Object.entries(stats.languages).map(([name, captions]) => ({ name, captions }))} collections={stats.collections} />
    </>
  );
}
