import type { Metadata } from "next";
import { Suspense } from "react";
import { getTranslator } from "@/app/_i18n/translator";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { openData } from "@/lib/features/admin-state/open-data";
import { listGoldenQueries } from "@/lib/features/reindexing/list-golden-queries";
import { PinForm } from "./_components/pin-form";
import { PinnedList } from "./_components/pinned-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.golden") }) };
}

export default async function GoldenPage() {
  await requireAdmin("/admin/golden");
  const { db } = await openData();
  const [t, queries] = await Promise.all([getTranslator(), listGoldenQueries(db)]);
  return (
    <>
      <PageHeading heading={t("admin.index.golden.heading")} lead={t("admin.index.golden.lead")} />
      <Section heading={t("admin.index.golden.add")}><PinForm /></Section>
      <Section heading={t("admin.index.golden.list")} aside={queries.length > 0 ? queries.length : undefined} className="mt-10">
        <Suspense fallback={<div data-skeleton="" className="h-24 rounded-sm" />}><PinnedList queries={queries} /></Suspense>
      </Section>
    </>
  );
}
