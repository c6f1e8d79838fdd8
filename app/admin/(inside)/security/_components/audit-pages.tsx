import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { buttonLook } from "@/app/admin/_components/button";

/** @param older where the next page begins, null on the last one @param first whether the latest entries are shown */
export async function AuditPages({ older, first }: { older: number | null; first: boolean }) {
  const t = await getTranslator();
  if (older === null && first) return null;
  return (
    <nav aria-label={t("admin.access.audit.pages")} className="mt-4 flex flex-wrap gap-2">
      {!first && <Link href="/admin/security#audit" prefetch={false} className={buttonLook("quiet")}>{t("admin.access.audit.newest")}</Link>}
      {older !== null && <Link href={`/admin/security?before=${older}#audit`} prefetch={false} className={buttonLook("quiet")}>{t("admin.access.audit.older")}</Link>}
    </nav>
  );
}
