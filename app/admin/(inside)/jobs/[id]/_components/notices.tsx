"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";

/** What failed on the way without stopping the job: the server's own sentences. */
export function Notices({ notices }: { notices: string[] }) {
  const t = useTranslations();
  if (notices.length === 0) return null;
  return (
    <div className="flex gap-2.5 rounded-md bg-warn-soft px-3.5 py-2.5 text-sm">
      <Icon name="alert" className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="min-w-0">
        <h3 className="font-medium text-warn">{t("admin.jobs.result.notices")}</h3>
        <ul lang="en" className="mt-0.5 space-y-1">{notices.map((notice) => <li key={notice} className="wrap-anywhere">{notice}</li>)}</ul>
      </div>
    </div>
  );
}
