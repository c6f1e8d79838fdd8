import type { Metadata } from "next";
import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { buttonLook } from "@/app/admin/_components/button";
import { EmptyState } from "@/app/admin/_components/empty-state";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { availableMemory } from "@/lib/core/available-memory";
import { openData } from "@/lib/features/admin-state/open-data";
import { listGenerations } from "@/lib/features/reindexing/list-generations";
import { readIndexSettings } from "@/lib/features/reindexing/index-settings";
import { GenerationList } from "./_components/generation-list";
import { IndexSettingsForm } from "./_components/index-settings-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.generations") }) };
}

export default async function GenerationsPage() {
  await requireAdmin("/admin/generations");
  const { db, dataDir } = await openData();
  const [t, generations, settings] = await Promise.all([getTranslator(), listGenerations(db, dataDir), readIndexSettings(db)]);
  return (
    <>
      <PageHeading heading={t("admin.index.generations.heading")} lead={t("admin.index.generations.lead")}>
        <Link href="/admin/reindex" prefetch={false} className={buttonLook("primary")}>{t("admin.index.generations.reindex")}</Link>
      </PageHeading>
      {generations.length === 0 ? <EmptyState heading={t("admin.index.generations.none")} /> : <GenerationList generations={generations} available={availableMemory()} />}
      <Section heading={t("admin.index.indexSettings.heading")} className="mt-10"><IndexSettingsForm settings={settings} /></Section>
    </>
  );
}
