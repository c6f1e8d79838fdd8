"use client";

import { useTranslations } from "use-intl";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { Facts } from "@/app/admin/_components/facts";
import { Duration } from "@/app/admin/_components/quantities";
import { GenerationLink } from "./generation-link";
import { Notices } from "./notices";
import { SkippedRecords } from "./skipped-records";
import { SourceTable } from "./source-table";
import { useEmbeddedWords } from "./use-embedded-words";

/** What an ingest brought: its files, what was passed over, and the index afterwards. */
export function IngestResult({ summary }: { summary: IngestSummary }) {
  const t = useTranslations();
  const embedded = useEmbeddedWords();
  const { sources, skippedMembers, generation, newGeneration, captionsInIndex, model, device, notices, seconds } = summary;
  return (
    <div className="space-y-5">
      <SourceTable sources={sources} />
      <SkippedRecords sources={sources} />
      <Facts facts={[
        { name: t("admin.jobs.result.embedded"), value: embedded(summary) },
        { name: t("admin.jobs.result.device"), value: device },
        { name: t("admin.jobs.result.generation"), value: generation && <GenerationLink id={generation} isNew={newGeneration} /> },
        { name: t("admin.jobs.result.inIndex"), value: t("admin.jobs.overview.captionCount", { count: captionsInIndex }) },
        { name: t("admin.jobs.result.model"), value: `${model.id} (${t("admin.jobs.overview.dimensions", { count: model.dimensions })})` },
        { name: t("admin.jobs.result.took"), value: <Duration seconds={seconds} /> },
        { name: t("admin.jobs.result.skippedMembers"), value: skippedMembers.length > 0 ? <ul>{skippedMembers.map(({ name, reason }) => <li key={name}>{name} <span lang="en" className="text-muted">{reason}</span></li>)}</ul> : null },
      ]} />
      <Notices notices={notices} />
    </div>
  );
}
