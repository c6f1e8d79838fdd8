"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";

/** @param isNew whether the job built it, or found that it had nothing to build */
export function GenerationLink({ id, isNew }: { id: string; isNew: boolean }) {
  const t = useTranslations();
  const link = () => <Link href={`/admin/generations/${id}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{id}</Link>;
  return t.rich(isNew ? "admin.jobs.result.generationNew" : "admin.jobs.result.generationSame", { link });
}
