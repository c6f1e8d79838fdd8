"use client";

import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { CopyButton } from "@/app/admin/_components/copy-button";
import { Facts } from "@/app/admin/_components/facts";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";

/** What manifest.json says beyond the facts above, and all of it as it stands there. */
export function ManifestSection({ manifest }: { manifest: GenerationView["manifest"] }) {
  const t = useTranslations("admin.index");
  const locale = useLocale();
  const json = JSON.stringify(manifest, null, 2);
  return (
    <>
      <Facts facts={[
        { name: t("manifest.format"), value: manifest.formatVersion },
        { name: t("generations.fields.captions"), value: manifest.count.toLocaleString(locale) },
        { name: t("manifest.metric"), value: manifest.metric },
        { name: t("manifest.modelSha256"), value: <code className="font-mono text-xs break-all">{manifest.model.sha256}</code> },
      ]} />
      <details className="group mt-4">
        <summary className="flex min-h-8 w-fit list-none items-center gap-1.5 text-sm text-muted hover:text-ink"><Icon name="down" className="size-3.5 transition-transform group-open:rotate-180" />{t("manifest.json")}</summary>
        <div className="relative mt-2">
          <div className="absolute top-2 right-2"><CopyButton text={json} /></div>
          {/* Scrolls by itself: has to be reached with the keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} aria-label="manifest.json" role="region" className="max-h-96 overflow-auto rounded-md border border-rule bg-sunk p-4 font-mono text-xs leading-relaxed">{json}</pre>
        </div>
      </details>
    </>
  );
}
