"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { SourceView } from "@/lib/features/reindexing/reindex-types";

/** Takes a file's captions out of the search, by a re-index. */
export function RemoveSource({ source: { id, name, captions } }: { source: SourceView }) {
  const t = useTranslations("admin.index.sources");
  const [router, adminFetch] = [useRouter(), useAdminFetch()];
  const remove = async () => {
    const job = await adminFetch<JobView>(`/api/v1/admin/sources/${id}/remove`, { method: "POST" });
    router.push(`/admin/jobs/${job.id}`);
  };
  return (
    <ConfirmButton label={t("remove")} look="quiet" confirmLook="danger" describes={name} heading={t("removeHeading")} confirm={t("removeConfirm")} onConfirm={remove}>
      <p className="font-medium text-ink wrap-anywhere">{name}</p>
      <p className="mt-2">{t("removeLead", { count: captions })}</p>
      <p className="mt-2">{t("removeKept")}</p>
    </ConfirmButton>
  );
}
