"use client";

import { useTranslations } from "use-intl";
import type { ReindexSummary } from "@/lib/features/reindexing/reindex-types";
import { Facts } from "@/app/admin/_components/facts";
import { Duration } from "@/app/admin/_components/quantities";
import { GateVerdict } from "./gate-verdict";
import { GenerationLink } from "./generation-link";
import { Notices } from "./notices";
import { useEmbeddedWords } from "./use-embedded-words";

/** What a re-index made, and how it was judged. */
export function ReindexResult({ summary }: { summary: ReindexSummary }) {
  const t = useTranslations();
  const embedded = useEmbeddedWords();
  const { generation, newGeneration, captionsInIndex, model, device, gate, notices, seconds } = summary;
  return (
    <div className="space-y-5">
      <Facts facts={[
        { name: t("admin.jobs.result.generation"), value: generation && <GenerationLink id={generation} isNew={newGeneration} /> },
        { name: t("admin.jobs.result.inIndex"), value: t("admin.jobs.overview.captionCount", { count: captionsInIndex }) },
        { name: t("admin.jobs.result.gate"), value: gate && <GateVerdict gate={gate} /> },
        { name: t("admin.jobs.result.embedded"), value: embedded(summary) },
        { name: t("admin.jobs.result.device"), value: device },
        { name: t("admin.jobs.result.model"), value: `${model.id} (${t("admin.jobs.overview.dimensions", { count: model.dimensions })})` },
        { name: t("admin.jobs.result.took"), value: <Duration seconds={seconds} /> },
      ]} />
      <Notices notices={notices} />
    </div>
  );
}
