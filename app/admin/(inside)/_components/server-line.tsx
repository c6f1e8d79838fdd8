import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { LiveMark } from "@/app/admin/_components/live-mark";
import { formatDuration } from "@/app/admin/_lib/format-quantity";

/** @param uptime seconds */
export async function ServerLine({ version, uptime }: { version: string; uptime: number }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted tabular-nums">
      <span>{t("admin.jobs.overview.server", { version, time: formatDuration(uptime, locale) })}</span>
      <LiveMark />
    </p>
  );
}
