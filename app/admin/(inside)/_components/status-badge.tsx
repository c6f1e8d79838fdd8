import { getTranslator } from "@/app/_i18n/translator";
import { Badge } from "@/app/admin/_components/badge";
import type { HealthStatus } from "@/lib/features/status/status-types";

const looks = {
  ok: { tone: "good", icon: "check" },
  degraded: { tone: "warn", icon: "alert" },
  building: { tone: "neutral", icon: "clock" },
  failing: { tone: "bad", icon: "alert" },
} as const;

/** How the server is, in a word. */
export async function StatusBadge({ status }: { status: HealthStatus }) {
  const t = await getTranslator();
  return <Badge {...looks[status]}>{t(`admin.jobs.overview.status.${status}`)}</Badge>;
}
