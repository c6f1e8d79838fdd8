import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { Section } from "@/app/admin/_components/section";
import { ShareBar } from "@/app/admin/_components/share-bar";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { Overview } from "@/lib/features/admin-state/admin-types";

const parts = ["database", "generations", "models", "downloads", "uploads"] as const;

/** What Kotomap has on the disk, part by part, and what is left there. */
export async function DiskUse({ disk }: { disk: Overview["disk"] }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const size = (bytes: number) => formatBytes(bytes, locale);
  return (
    <Section framed heading={t("admin.jobs.overview.disk")} aside={<span className="tabular-nums">{t("admin.jobs.overview.diskFree", { free: size(disk.free), total: size(disk.total) })}</span>}>
      <ShareBar parts={parts.map((part) => ({ name: t(`admin.jobs.overview.diskParts.${part}`), amount: disk[part], text: size(disk[part]) }))} />
    </Section>
  );
}
