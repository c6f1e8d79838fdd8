"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Badge } from "@/app/admin/_components/badge";
import { Button } from "@/app/admin/_components/button";
import { InlineError } from "@/app/admin/_components/inline-error";
import { useToast } from "@/app/admin/_components/toasts";
import { useAct } from "@/app/admin/_components/use-act";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { UploadView } from "@/lib/features/uploads/upload-types";
import { CheckFindings } from "./check-findings";
import { FileButton } from "./file-button";
import { isUnfinished } from "./find-earlier";
import { IngestForm } from "./ingest-form";
import { ENDPOINT } from "./transfer";
import { UploadCard } from "./upload-card";

interface Props {
  upload: UploadView;
  /** The rest of it is to be sent. */
  onFile: (file: File) => void;
  onCheck: () => Promise<unknown>;
  languages: string[];
  collections: string[];
}

/** What the server has of a file: a part, or all of it with what a look into it told. */
export function StoredUpload({ upload, onFile, onCheck, languages, collections }: Props) {
  const t = useTranslations("admin.index.upload");
  const locale = useLocale();
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const { pending, error, run } = useAct();
  const [other, setOther] = useState(false);
  const { id, name, size, received, check } = upload;
  const unfinished = isUnfinished(upload);
  const remove = () =>
    run(async () => {
      await adminFetch(`${ENDPOINT}/${id}`, { method: "DELETE" });
      toast(t("deleted", { name }));
      router.refresh();
    });
  const pick = ([file]: File[]) => {
    if (!file) return;
    const same = file.name === name && file.size === size;
    setOther(!same);
    if (same) onFile(file);
  };
  const actions = (
    <>
      {unfinished && <FileButton label={t("pickAgain")} onFiles={pick} />}
      {!unfinished && !check && upload.state !== "checking" && <Button pending={pending} onClick={() => void run(onCheck)}>{t("check")}</Button>}
      <Button icon="trash" pending={pending} aria-label={t("deleteNamed", { name })} onClick={() => void remove()}>{t("delete")}</Button>
    </>
  );
  return (
    <UploadCard name={name} state={<Standing upload={upload} />} actions={actions}>
      {unfinished && <p className="mt-2 text-sm text-muted tabular-nums">{t("received", { received: formatBytes(received, locale), size: formatBytes(size, locale) })} · {t("states.incomplete")}</p>}
      {other && <p role="alert" className="mt-2 text-sm text-bad">{t("otherFile", { name, size: formatBytes(size, locale) })}</p>}
      {error !== null && <div className="mt-3"><InlineError message={error} /></div>}
      {check && <CheckFindings check={check} />}
      {upload.state === "usable" && check && <IngestForm upload={upload} check={check} languages={languages} collections={collections} />}
    </UploadCard>
  );
}

function Standing({ upload: { state, size } }: { upload: UploadView }) {
  const t = useTranslations("admin.index.upload.states");
  const locale = useLocale();
  if (state === "usable") return <Badge tone="good" icon="check">{t("usable")}</Badge>;
  if (state === "unusable") return <Badge tone="bad" icon="cross">{t("unusable")}</Badge>;
  if (state === "checking") return <Badge tone="active" icon="running" turning>{t("checking")}</Badge>;
  return <span className="tabular-nums">{formatBytes(size, locale)}</span>;
}
