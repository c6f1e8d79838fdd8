import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { Section } from "@/app/admin/_components/section";
import { ShareBar } from "@/app/admin/_components/share-bar";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { Overview } from "@/lib/features/admin-state/admin-types";

/** How much of the machine's memory this server takes, and how much is left. */
export async function MemoryUse({ memory: { server, available, total } }: { memory: Overview["memory"] }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const size = (bytes: number) => formatBytes(bytes, locale);
  const part = (name: "server" | "other", amount: number) => ({ name: t(`admin.jobs.overview.memoryParts.${name}`), amount, text: size(amount) });
  return (
    <Section framed heading={t("admin.jobs.overview.memory")} aside={<span className="tabular-nums">{t("admin.jobs.overview.memoryFree", { free: size(available), total: size(total) })}</span>}>
      <ShareBar whole={total} parts={[part("server", server), part("other", Math.max(0, total - available - server))]} />
    </Section>
  );
}
