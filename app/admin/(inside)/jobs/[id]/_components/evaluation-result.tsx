"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Facts } from "@/app/admin/_components/facts";
import { usePercent } from "@/app/admin/_components/use-percent";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";

/** How well captions and sentences are found. */
export function EvaluationResult({ evaluation: { id, report } }: { evaluation: EvaluationView }) {
  const t = useTranslations("admin.jobs.evaluation");
  const percent = usePercent();
  const between = (from: string, to: string) => `${from} → ${to}`;
  return (
    <>
      <Facts facts={[
        { name: t("model"), value: report.model.name },
        { name: t("generation"), value: report.generation?.id },
        ...(report.generation?.retrieval ?? []).map(({ from, to, recall1, recall10, queries }) => ({ name: between(from, to), value: t("retrieval", { first: percent(recall1.value), tenth: percent(recall10.value), queries }) })),
        ...report.similarity.map(({ name, spearman }) => ({ name, value: t("similarity", { value: spearman.value.toFixed(3) }) })),
        ...report.parallel.map(({ name, englishToJapanese, japaneseToEnglish }) => ({ name, value: t("parallel", { there: percent(englishToJapanese.value), back: percent(japaneseToEnglish.value) }) })),
      ]} />
      <p className="mt-3 text-sm"><Link href={`/evaluation?id=${id}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("page")}</Link></p>
    </>
  );
}
