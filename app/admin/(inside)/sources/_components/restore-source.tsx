"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Button } from "@/app/admin/_components/button";
import { InlineError } from "@/app/admin/_components/inline-error";
import { useToast } from "@/app/admin/_components/toasts";
import { useAct } from "@/app/admin/_components/use-act";
import type { SourceView } from "@/lib/features/reindexing/reindex-types";

/** Brings a removed file's captions back; a re-index takes them in. */
export function RestoreSource({ source: { id, name } }: { source: SourceView }) {
  const t = useTranslations("admin.index.sources");
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const { pending, error, run } = useAct();
  const restore = () =>
    run(async () => {
      await adminFetch(`/api/v1/admin/sources/${id}/restore`, { method: "POST" });
      toast(t("restored", { name }));
      router.refresh();
    });
  return (
    <>
      <Button icon="again" pending={pending} aria-label={t("restoreNamed", { name })} onClick={() => void restore()}>{t("restore")}</Button>
      {error !== null && <div className="mt-2 text-left"><InlineError message={error} /></div>}
    </>
  );
}
