import type { Metadata } from "next";
import { getTranslator } from "@/app/_i18n/translator";
import { EmptyState } from "@/app/admin/_components/empty-state";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { openData } from "@/lib/features/admin-state/open-data";
import { listSources } from "@/lib/features/reindexing/list-sources";
import { listUploads } from "@/lib/features/uploads/read-upload";
import { MAX_UPLOAD_BYTES } from "@/lib/features/uploads/upload-limits";
import { SourceTable } from "./_components/source-table";
import { UploadSection } from "./_uploads/upload-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.sources") }) };
}

export default async function SourcesPage() {
  await requireAdmin("/admin/sources");
  const { db, dataDir } = await openData();
  const [t, sources, uploads] = await Promise.all([getTranslator(), listSources(db), listUploads(db, dataDir)]);
  const [present, removed] = [sources.filter(({ removedAt }) => removedAt === null), sources.filter(({ removedAt }) => removedAt !== null)];
  const languages = [...new Set(present.flatMap((source) => Object.keys(source.languages)))];
  const collections = [...new Set(sources.map(({ collection }) => collection))];
  return (
    <>
      <PageHeading heading={t("admin.index.sources.heading")} lead={t("admin.index.sources.lead")} />
      {present.length === 0 ? <EmptyState heading={t("admin.index.sources.none")} /> : <SourceTable label={t("admin.index.sources.heading")} sources={present} />}
      {removed.length > 0 && (
        <Section heading={t("admin.index.sources.removed")} className="mt-10">
          <p className="mb-3 text-sm text-muted">{t("admin.index.sources.removedLead")}</p>
          <SourceTable label={t("admin.index.sources.removed")} sources={removed} />
        </Section>
      )}
      <div className="mt-10"><UploadSection uploads={uploads} limit={MAX_UPLOAD_BYTES} languages={languages} collections={collections} /></div>
    </>
  );
}
