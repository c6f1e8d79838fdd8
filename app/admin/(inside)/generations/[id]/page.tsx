import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslator } from "@/app/_i18n/translator";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { availableMemory } from "@/lib/core/available-memory";
import { AppError } from "@/lib/core/errors";
import { openData } from "@/lib/features/admin-state/open-data";
import { listGenerations } from "@/lib/features/reindexing/list-generations";
import { readGeneration } from "@/lib/features/reindexing/read-generation";
import { GenerationActions } from "../_components/generation-actions";
import { GenerationMark } from "../_components/generation-state";
import { FilesTable } from "./_components/files-table";
import { GateSection } from "./_components/gate-section";
import { GenerationFacts } from "./_components/generation-facts";
import { ManifestSection } from "./_components/manifest-section";

type Props = PageProps<"/admin/generations/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: (await params).id }) };
}

/** The generation, and the one that searches use. */
async function readBoth(id: string) {
  const { db, dataDir } = await openData();
  try {
    const [generation, all] = await Promise.all([readGeneration(db, dataDir, id), listGenerations(db, dataDir)]);
    return { generation, active: all.find(({ state }) => state === "active") ?? null };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}

export default async function GenerationPage({ params }: Props) {
  await requireAdmin(`/admin/generations/${(await params).id}`);
  const [t, { generation, active }] = await Promise.all([getTranslator(), readBoth((await params).id)]);
  return (
    <>
      <PageHeading above={<Link href="/admin/generations" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("admin.index.generations.back")}</Link>} heading={<span className="tabular-nums">{generation.id}</span>}>
        <GenerationMark state={generation.state} />
        <GenerationActions generation={generation} active={active} available={availableMemory()} leadsTo="/admin/generations" />
      </PageHeading>
      <GenerationFacts generation={generation} />
      <Section heading={t("admin.index.gate.heading")} className="mt-10"><GateSection generation={generation} /></Section>
      <Section heading={t("admin.index.files.heading")} className="mt-10"><FilesTable manifest={generation.manifest} /></Section>
      <Section heading={t("admin.index.manifest.heading")} className="mt-10"><ManifestSection manifest={generation.manifest} /></Section>
    </>
  );
}
