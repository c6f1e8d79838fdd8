"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState, useSyncExternalStore } from "react";
import { useLocale, useTranslations } from "use-intl";
import { AutoRefresh } from "@/app/_components/auto-refresh";
import { useAdminFetch, useCsrf } from "@/app/admin/_components/admin-session";
import { Section } from "@/app/admin/_components/section";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { UploadView } from "@/lib/features/uploads/upload-types";
import { DropZone } from "./drop-zone";
import { StoredUpload } from "./stored-upload";
import { ENDPOINT } from "./transfer";
import { TransferRow } from "./transfer-row";
import { transferStore } from "./transfer-store";

const NONE: readonly never[] = [];

interface Props {
  /** What the server has, newest first. */
  uploads: UploadView[];
  /** Bytes that a file may have. */
  limit: number;
  /** Languages and collections that there are, to choose from. */
  languages: string[];
  collections: string[];
}

/** Sends caption files, and lists those that were sent and did not become jobs yet. */
export function UploadSection({ uploads, limit, languages, collections }: Props) {
  const t = useTranslations("admin.index.upload");
  const locale = useLocale();
  const router = useRouter();
  const [csrf, adminFetch] = [useCsrf(), useAdminFetch()];
  const transfers = useSyncExternalStore(transferStore.subscribe, transferStore.read, () => NONE);
  const [refused, refuse] = useState<string | null>(null);

  const check = useCallback(async (id: string) => {
    await adminFetch(`${ENDPOINT}/${id}/check`, { method: "POST" });
    router.refresh();
  }, [adminFetch, router]);
  const send = (files: File[]) => {
    const faults = files.flatMap((file) => (file.size === 0 ? [t("emptyFile", { name: file.name })] : file.size > limit ? [t("tooLarge", { name: file.name, size: formatBytes(file.size, locale), limit: formatBytes(limit, locale) })] : []));
    refuse(faults.length > 0 ? faults.join(" ") : null);
    for (const file of files) if (file.size > 0 && file.size <= limit) void transferStore.send(file, { csrf, uploads, check });
  };

  const moving = new Set(transfers.map(({ id }) => id));
  const stored = uploads.filter(({ id, state }) => !moving.has(id) && state !== "ingested");
  return (
    <Section heading={t("heading")}>
      <DropZone onFiles={send} />
      {stored.some(({ state }) => state === "checking") && <AutoRefresh seconds={2} />}
      {refused !== null && <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm">{refused}</p>}
      {(transfers.length > 0 || stored.length > 0) && (
        <ul aria-label={t("list")} className="mt-4 space-y-3">
          {transfers.map((transfer) => <TransferRow key={transfer.key} transfer={transfer} />)}
          {stored.map((upload) => <StoredUpload key={upload.id} upload={upload} onFile={(file) => send([file])} onCheck={() => check(upload.id)} languages={languages} collections={collections} />)}
        </ul>
      )}
    </Section>
  );
}
