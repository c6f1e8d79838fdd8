"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import type { ReindexSummary } from "@/lib/features/reindexing/reindex-types";
import { Facts } from "@/app/admin/_components/facts";
import { flattenParameters } from "./flatten-parameters";
import { IngestResult } from "./ingest-result";
import { ReindexResult } from "./reindex-result";

/** What a job of each kind has to tell in the end. */
export function JobResult({ job: { kind, result } }: { job: JobView }) {
  switch (kind) {
    case "ingest":
      return <IngestResult summary={result as IngestSummary} />;
    case "reindex":
      return <ReindexResult summary={result as ReindexSummary} />;
    case "verify":
    case "prune":
      return <PlainResult result={result} />;
  }
}

function PlainResult({ result }: { result: unknown }) {
  const t = useTranslations();
  const facts = flattenParameters(result);
  return facts.length > 0 ? <Facts facts={facts.map(({ name, values }) => ({ name, value: values.join(", ") }))} /> : <p className="text-sm text-muted">{t("admin.jobs.result.nothing")}</p>;
}
