"use client";

import type { JobView } from "@/lib/features/jobs/job-types";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import type { LayoutSummary } from "@/lib/features/layouts/layout-types";
import type { PruneSummary } from "@/lib/features/reindexing/prune/prune-types";
import type { ReindexSummary } from "@/lib/features/reindexing/reindex-types";
import type { VerifySummary } from "@/lib/features/reindexing/verify/verify-types";
import { EvaluationResult } from "./evaluation-result";
import { IngestResult } from "./ingest-result";
import { LayoutResult } from "./layout-result";
import { PruneResult } from "./prune-result";
import { ReindexResult } from "./reindex-result";
import { VerifyResult } from "./verify-result";

/** What a job of each kind has to tell in the end. */
export function JobResult({ job: { kind, result } }: { job: JobView }) {
  switch (kind) {
    case "ingest":
      return <IngestResult summary={result as IngestSummary} />;
    case "reindex":
      return <ReindexResult summary={result as ReindexSummary} />;
    case "layout":
      return <LayoutResult summary={result as LayoutSummary} />;
    case "evaluate":
      return <EvaluationResult evaluation={result as EvaluationView} />;
    case "verify":
      return <VerifyResult summary={result as VerifySummary} />;
    case "prune":
      return <PruneResult summary={result as PruneSummary} />;
  }
}
