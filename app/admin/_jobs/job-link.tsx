"use client";

import Link from "next/link";
import { LinkPending } from "@/app/_components/link-pending";
import type { JobView } from "@/lib/features/jobs/job-types";
import { useJobWords } from "./job-words";

/** “Ingest 12”, leading to its page. */
export function JobLink({ job }: { job: Pick<JobView, "kind" | "id"> }) {
  const words = useJobWords();
  return <Link href={`/admin/jobs/${job.id}`} prefetch={false} className="font-medium whitespace-nowrap underline decoration-edge underline-offset-4 hover:text-accent">{words.name(job)}<LinkPending /></Link>;
}
