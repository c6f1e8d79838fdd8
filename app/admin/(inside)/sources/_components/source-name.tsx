"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import type { SourceView } from "@/lib/features/reindexing/reindex-types";

/** A file with its licence, where it comes from, and the beginning of its checksum. */
export function SourceName({ source: { name, licence, description, url, sha256 } }: { source: SourceView }) {
  const t = useTranslations("admin.index.sources");
  const address = url && /^https?:\/\//i.test(url) ? url : null;
  return (
    <>
      <p className="font-medium">{name}</p>
      {description && <p className="max-w-md text-muted">{description}</p>}
      <p className="text-xs leading-relaxed text-muted">{licence ?? t("noLicence")}</p>
      <p className="flex flex-wrap items-center gap-x-3 text-xs leading-relaxed text-muted">
        <span title={sha256}>{t("sha256")} <code className="font-mono">{sha256.slice(0, 12)}</code></span>
        {address && <a href={address} rel="noreferrer" className="inline-flex items-center gap-1 underline decoration-edge underline-offset-4 hover:text-accent">{t("link")}<Icon name="leave" className="size-3" /></a>}
      </p>
    </>
  );
}
