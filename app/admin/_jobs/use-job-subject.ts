"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";

const isText = (value: unknown): value is string => typeof value === "string";
const baseName = (path: string) => path.split(/[/\\]/).at(-1) ?? path;

/** What a job is about, in a few words: the files of an ingest, the model of a re-index; null where there is nothing to say. */
export function useJobSubject(): (job: JobView) => string | null {
  const t = useTranslations();
  return ({ parameters }) => {
    const { files, encoder } = (parameters ?? {}) as { files?: unknown; encoder?: { model?: unknown } };
    const names = Array.isArray(files) ? files.filter(isText).map(baseName) : [];
    if (names[0]) return t("admin.jobs.outcome.files", { first: names[0], count: names.length - 1 });
    return isText(encoder?.model) ? encoder.model : null;
  };
}
