import { getTranslator } from "@/app/_i18n/translator";
import type { MapOverview } from "@/lib/features/caption-map/map-types";

const stages = ["neighbours", "layout", "quality"] as const;

/** How far a layout is that is being computed. */
export async function LayoutProgress({ job: { state, stage, done, total, etaSeconds } }: { job: NonNullable<MapOverview["job"]> }) {
  const t = await getTranslator();
  const known = stages.find((name) => name === stage) ?? "other";
  const doing = state === "queued" ? t("map.notice.queued") : t(`map.notice.stages.${known}`);
  return (
    <div className="mt-6">
      <p className="flex flex-wrap justify-between gap-x-6 text-sm">
        <span>{doing}</span>
        <span className="text-muted tabular-nums">
          {total !== null && t("building.counts", { done, total })}
          {etaSeconds !== null && ` ${t("map.notice.eta", { minutes: Math.round(etaSeconds / 60) })}`}
        </span>
      </p>
      <progress aria-label={doing} value={total === null ? undefined : done} max={total ?? undefined} className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent" />
    </div>
  );
}
